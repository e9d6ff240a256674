import type { Mint } from '../session.ts';
import { askSession } from './ask-session.ts';
import { bad, good, type Finding } from './finding.ts';
import type { ServerCheck } from './check-server.ts';

type Claims = { origin?: string; iss?: string };
type Current = { user: { role: string }; scopes: string[]; elements: string[] | null };

/** Whether the host gives a token, and whether the server takes it for this page and the elements on it. */
export async function checkSession(
  mint: Mint & { url?: string },
  endpoint: string,
  server: ServerCheck,
  tags: readonly string[],
): Promise<Finding[]> {
  const { findings, token } = await askSession(mint, Date.now() + server.ahead);
  if (token === null) return findings;
  const claims = claimsOf(token);
  if (claims?.origin !== undefined && claims.origin !== location.origin) {
    return [
      bad(
        `The session is for pages of ${claims.origin}, and this page is of ${location.origin}.`,
        'Name the origin of the page when the session is made.',
        `origin: '${location.origin}'`,
      ),
    ];
  }
  if (!server.reached) return findings;
  return [...findings, ...(await taken(endpoint, token, claims, tags))];
}

/** What the server says to the token. */
async function taken(
  endpoint: string,
  token: string,
  claims: Claims | null,
  tags: readonly string[],
): Promise<Finding[]> {
  const answer = await askCurrent(endpoint, token);
  if (!answer) return [];
  if ('current' in answer) return [good('The server takes the token.'), ...allowed(answer.current, tags)];
  const { reason, message } = answer;
  if (reason === 'refusal.badToken') {
    return [
      bad(
        `The server did not make this token${claims?.iss ? `: it was made by ${claims.iss}` : ''}.`,
        'Ask the same server for sessions that the endpoint names.',
        `fetch('${endpoint}/v1/embed-sessions', …)`,
      ),
    ];
  }
  if (reason === 'refusal.noSession') {
    return [
      bad(
        'The token is over by the clock of the server.',
        'Make a new one for every request, and let nothing keep the answer.',
        'Cache-Control: no-store',
      ),
    ];
  }
  return [bad(`The server refuses the session: ${message}`, 'See what it says.', `${reason}`)];
}

async function askCurrent(
  endpoint: string,
  token: string,
): Promise<{ current: Current } | { reason: string; message: string } | null> {
  try {
    const response = await fetch(`${endpoint}/trpc/sessions.current`, {
      credentials: 'omit',
      cache: 'no-store',
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(10_000),
    });
    const { result, error } = (await response.json()) as {
      result?: { data: Current };
      error?: { message: string; data?: { reason?: string; code?: string } };
    };
    if (result) return { current: result.data };
    return { reason: error?.data?.reason ?? error?.data?.code ?? '', message: error?.message ?? '' };
  } catch {
    // Said already: the server is not reached, or does not let this page in.
    return null;
  }
}

/** Whether the user may use the elements that are on the page. */
function allowed({ user, scopes, elements }: Current, tags: readonly string[]): Finding[] {
  const left = tags.filter(tag => elements !== null && !elements.includes(tag));
  const findings = left.map(tag =>
    bad(
      `The session was not made for <${tag}>.`,
      'Name the element when the session is made, or leave `elements` out for all.',
      `elements: [${[...(elements ?? []), tag].map(name => `'${name}'`).join(', ')}]`,
    ),
  );
  if (scopes.length > 0 || findings.length > 0 || tags.length === 0) return findings;
  return [
    bad(
      `The user is a ${user.role}, who may do nothing in <${tags[0]}>.`,
      'Give the role admin or owner when the session is made, if this user should.',
      `role: 'admin'`,
    ),
  ];
}

/** What a token says of itself; nothing is decided by it. */
function claimsOf(token: string): Claims | null {
  try {
    const [, body = ''] = token.split('.');
    return JSON.parse(atob(body.replaceAll('-', '+').replaceAll('_', '/'))) as Claims;
  } catch {
    return null;
  }
}
