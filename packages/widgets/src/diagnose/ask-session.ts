import type { Mint } from '../session.ts';
import { bad, good, type Finding } from './finding.ts';

const patienceMs = 10_000;
const answer = 'return Response.json({ token, expiresAt })';

type Asked = { findings: Finding[]; token: string | null };
const only = (finding: Finding): Asked => ({ findings: [finding], token: null });

/** Asks the host for a token as the kit does, and reads the answer more closely. `now`: by the clock of the server. */
export async function askSession(mint: Mint & { url?: string }, now: number): Promise<Asked> {
  const { url } = mint;
  if (url === undefined) return askFunction(mint, now);
  const name = `The session address ${url}`;
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ reason: 'start' }),
      signal: AbortSignal.timeout(patienceMs),
    });
  } catch (problem) {
    const late = (problem as Error).name === 'TimeoutError';
    return only(
      bad(
        late ? `${name} does not answer within 10 seconds.` : `${name} cannot be asked from this page.`,
        late ? 'See what its route waits for.' : 'Use an address of the page’s own server.',
        'session-url="/crm/texting-session"',
      ),
    );
  }
  const wrong = statusFinding(name, response) ?? (await formFinding(name, response.clone()));
  return wrong ? only(wrong) : readMinted(name, await response.json(), now);
}

async function askFunction(mint: Mint, now: number): Promise<Asked> {
  try {
    const late = new Promise<never>((_, reject) =>
      setTimeout(reject, patienceMs, new Error('it does not answer within 10 seconds')),
    );
    const signal = AbortSignal.timeout(patienceMs);
    return readMinted('fetchSession', await Promise.race([mint({ reason: 'start', signal }), late]), now);
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem);
    return only(bad(`fetchSession failed: ${message}`, 'Let it resolve with a token.', 'return { token, expiresAt };'));
  }
}

/** What the status says, or null when there may be a token in the answer. */
function statusFinding(name: string, { status, redirected, url }: Response): Finding | null {
  if (redirected) {
    return bad(
      `${name} redirects to ${new URL(url).pathname}, as if nobody were logged in.`,
      'Answer 401 instead of a redirect, and see that the host’s cookie reaches the route.',
      `return new Response(null, { status: 401 })`,
    );
  }
  if (status === 404) {
    return bad(
      `${name} does not exist (404).`,
      'Add the route, or correct the address.',
      `app.post('/crm/texting-session', …)`,
    );
  }
  if (status === 405) return bad(`${name} takes no POST (405).`, 'Let the route take POST.', `app.post('…', …)`);
  if (status === 401) {
    return bad(
      `${name} says that nobody is logged in (401).`,
      'Log in to the host; if you are, see that its cookie reaches the route.',
      'Set-Cookie: …; Path=/; SameSite=Lax',
    );
  }
  if (status === 403 || status === 419) {
    return bad(
      `${name} refuses the request (${status}), perhaps for want of a CSRF token.`,
      'Leave the route out of the CSRF check, or bring the token in fetchSession.',
      `kit.fetchSession = () => fetch('…', { method: 'POST', headers: { 'x-csrf-token': … } }).then(r => r.json())`,
    );
  }
  if (status >= 500) return bad(`${name} fails (${status}).`, 'See the log of the host’s server.', '');
  return status >= 400 ? bad(`${name} answers ${status}.`, 'Answer 200 with a token.', answer) : null;
}

/** Whether the answer is JSON at all; null when it is. */
async function formFinding(name: string, response: Response): Promise<Finding | null> {
  const type = response.headers.get('content-type') ?? 'nothing';
  if (type.includes('html')) {
    return bad(
      `${name} answers with HTML, a log-in page perhaps.`,
      'Answer with JSON, and with 401 where nobody is logged in.',
      answer,
    );
  }
  if (!type.includes('json')) {
    return bad(
      `${name} answers with ${type}, not with JSON.`,
      'Say that it is JSON.',
      'Content-Type: application/json',
    );
  }
  const value = await response.json().then(
    (parsed: unknown) => parsed,
    () => null,
  );
  if (typeof value === 'object' && value !== null) return null;
  return bad(`${name} says JSON and answers something else.`, 'Answer with an object.', answer);
}

/** Whether what came is a token that is still good. */
function readMinted(name: string, minted: unknown, now: number): Asked {
  const { token, expiresAt } = (minted ?? {}) as { token?: unknown; expiresAt?: unknown };
  if (typeof token !== 'string' || !token) {
    const keys = Object.keys(minted ?? {});
    const came = keys.length > 0 ? `only ${keys.join(', ')}` : 'an empty answer';
    return only(
      bad(`${name} gives no token, ${came}.`, 'Hand on what POST /v1/embed-sessions answered, as it is.', answer),
    );
  }
  if (typeof expiresAt !== 'number' || expiresAt < 1e11) {
    const seconds = typeof expiresAt === 'number';
    return only(
      bad(
        `${name} gives an expiresAt that is ${seconds ? 'in seconds' : 'no number'}.`,
        'Hand on expiresAt as it came: milliseconds since 1970.',
        seconds ? 'expiresAt: expiresAt * 1000' : 'expiresAt: new Date(expiresAt).getTime()',
      ),
    );
  }
  if (expiresAt <= now) {
    const minutes = Math.max(1, Math.round((now - expiresAt) / 60_000));
    return only(
      bad(
        `${name} gives a token that is over since ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
        'Make a new one for every request, and let nothing keep the answer.',
        'Cache-Control: no-store',
      ),
    );
  }
  return { findings: [good(`${name} gives a token.`)], token };
}
