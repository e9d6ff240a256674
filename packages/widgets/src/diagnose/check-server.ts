import { version as own } from '@campaign-kit/shared/version';
import { bad, good, type Finding } from './finding.ts';
import type { Violations } from './policy.ts';

const patienceMs = 10_000;
const minuteMs = 60_000;

type Health = { version: string; now: number };
/** How the server was found; `ahead` is how far its clock is before this one, in ms. */
export type ServerCheck = { findings: Finding[]; reached: boolean; ahead: number };

/** Whether the endpoint is right, answers, and is of our version and time. Stops where nothing more can be seen. */
export async function checkServer(endpoint: string, violations: Violations): Promise<ServerCheck> {
  const wrong = addressFinding(endpoint, location);
  if (wrong) return { findings: [wrong], reached: false, ahead: 0 };
  const askedAt = Date.now();
  const health = await askHealth(endpoint, violations);
  if ('what' in health) return { findings: health.ok ? [] : [health], reached: false, ahead: 0 };
  const ahead = health.now - (askedAt + Date.now()) / 2;
  return {
    findings: [
      good(`The server at ${endpoint} answers.`),
      versionFinding(health.version, endpoint),
      clockFinding(ahead),
    ],
    reached: true,
    ahead,
  };
}

/** What is wrong with an address before anybody asks it, or null. */
export function addressFinding(endpoint: string, page: Pick<Location, 'href' | 'protocol'>): Finding | null {
  const whole = 'endpoint="https://texting.example"';
  if (!endpoint) return bad('The endpoint is missing.', 'Say where the Campaign Kit server is.', whole);
  if (!/^([a-z][a-z\d+.-]*:)?\/\/|^\//i.test(endpoint)) {
    return bad(
      `The endpoint "${endpoint}" has no https:// before it, so the browser looks for it on the page's own server.`,
      'Give the whole address.',
      `endpoint="https://${endpoint}"`,
    );
  }
  if (!URL.canParse(endpoint, page.href)) {
    return bad(`The endpoint "${endpoint}" is not an address.`, 'Give the whole address of the server.', whole);
  }
  const url = new URL(endpoint, page.href);
  const local = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (page.protocol === 'https:' && url.protocol === 'http:' && !local) {
    return bad(
      `The page is https and the endpoint ${url.origin} is http, which browsers block.`,
      'Serve Campaign Kit over https, and say so.',
      `endpoint="https://${url.host}${url.pathname.replace(/\/$/, '')}"`,
    );
  }
  const deeper = /^(.*?)\/(kit\/v\d+|trpc|v1|healthz)\b/.exec(url.pathname);
  if (deeper) {
    return bad(
      `The endpoint ${endpoint} goes too deep.`,
      'Give the address of the server alone.',
      `endpoint="${url.origin}${deeper[1]}"`,
    );
  }
  return null;
}

/** The version of the page against the server's: they understand each other when all but the last number is equal. */
export function versionFinding(server: string, endpoint: string, page = own): Finding {
  const family = (version: string) => version.split('.').slice(0, 2).join('.');
  if (family(server) === family(page)) return good(`Page and server are of one version, ${server}.`);
  const fromServer = Symbol.for('campaign-kit') in window;
  return bad(
    `The page runs Campaign Kit ${page}, the server is ${server}.`,
    fromServer ? 'Load the script from the server itself.' : 'Install the version of the server.',
    fromServer
      ? `<script type="module" src="${endpoint}/kit/v1/boot.js"></script>`
      : `npm install @campaign-kit/widgets@${server}`,
  );
}

/** Sessions bear a wrong clock; times that are shown do not. */
export function clockFinding(aheadMs: number): Finding {
  const minutes = Math.round(Math.abs(aheadMs) / minuteMs);
  if (Math.abs(aheadMs) <= minuteMs) return good(`This computer's clock agrees with the server's.`);
  return bad(
    `This computer's clock is ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ${aheadMs > 0 ? 'behind' : 'ahead of'} the server's.`,
    'Set the one that is wrong by the network; times are shown by it.',
    'timedatectl set-ntp true',
  );
}

async function askHealth(endpoint: string, violations: Violations): Promise<Health | Finding> {
  const address = `${endpoint}/healthz`;
  const options: RequestInit = { cache: 'no-store', credentials: 'omit' };
  try {
    const response = await fetch(address, { ...options, signal: AbortSignal.timeout(patienceMs) });
    const health = (await response.json().catch(() => null)) as Partial<Health> | null;
    if (typeof health?.version === 'string' && typeof health.now === 'number') return health as Health;
    return notOurs(endpoint, response.status);
  } catch {
    // The policy's event comes after the failure.
    await new Promise(resolve => setTimeout(resolve, 50));
    if (violations.blocks(new URL(address, location.href).href)) return good('');
  }
  if (!navigator.onLine) return bad('This computer is offline.', 'Connect it to a network.');
  const answers = await fetch(address, { ...options, mode: 'no-cors', signal: AbortSignal.timeout(patienceMs) }).then(
    () => true,
    () => false,
  );
  if (answers) return notOurs(endpoint, null);
  return bad(
    `Nothing answers at ${endpoint}.`,
    'Start the server, or give its address as this browser reaches it.',
    'endpoint="https://texting.example"',
  );
}

const notOurs = (endpoint: string, status: number | null) =>
  bad(
    `What answers at ${endpoint} is no Campaign Kit server${status === null ? ', or a proxy before it takes its headers away' : `: ${status} for /healthz`}.`,
    'Give the address of the server, with the path that it is mounted under.',
    `curl ${new URL(endpoint, location.href).href.replace(/\/$/, '')}/healthz`,
  );
