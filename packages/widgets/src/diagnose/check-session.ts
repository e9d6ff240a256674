import { scopesOfElement, type ElementName } from '@campaign-kit/shared/scopes';
import type { Mint } from '../session.ts';
import { askSession } from './ask-session.ts';
import { bad, good, type Finding } from './finding.ts';
import type { ServerCheck } from './check-server.ts';

const patienceMs = 10_000;

type Claims = { origin?: string; iss?: string };
type Answer = { current: Current } | { reason: string; message: string };
type Current = { user: { role: string }; scopes: string[]; elements: string[] | null };

/** Whether the host gives a token, the server lets this page in, and it takes the token for the elements that are on it. */
export async function checkSession(
  mint: Mint & { url?: string },
  endpoint: string,
  server: ServerCheck,
  tags: readonly string[],
): Promise<Finding[]> {
  const { findings, token } = await askSession(mint, Date.now() + server.ahead);
  const claims = token === null ? null : claimsOf(token);
  const elsewhere = claims?.origin !== undefined && claims.origin !== location.origin;
  const ofToken = elsewhere ? [originOfToken(claims.origin!)] : findings;
  if (!server.reached) return ofToken;
  const answer = await askCurrent(endpoint, token ?? 'none');
  if (!answer) return [notAllowed, ...ofToken];
  const allows = good(`The server allows pages of ${location.origin}.`);
  return [allows, ...ofToken, ...(token === null || elsewhere ? [] : taken(answer, endpoint, claims, tags))];
}

const notAllowed = bad(
  `The server does not allow pages of ${location.origin}.`,
  'Allow the origin on the server, with the number of your organization.',
  `campaign-kit origin add ${location.origin} --organization 1`,
);

const originOfToken = (origin: string) =>
  bad(
    `The session is for pages of ${origin}, and this page is of ${location.origin}.`,
    'Name the origin of the page when the session is made.',
    `origin: '${location.origin}'`,
  );

/** What the server says to the token. */
function taken(answer: Answer, endpoint: string, claims: Claims | null, tags: readonly string[]): Finding[] {
  if ('current' in answer) return [good('The server takes the token.'), ...allowed(answer.current, tags)];
  const { reason, message } = answer;
  const maker = claims?.iss ?? 'another';
  if (reason === 'refusal.badToken') {
    return [
      bad(
        `The server did not make this token: it was made by ${maker}.`,
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
  return [bad(`The server refuses the session: ${message}`, 'Make the session for a user who may come in.')];
}

/** What the server says to a token; null when the browser does not let this page hear it. */
async function askCurrent(endpoint: string, token: string): Promise<Answer | null> {
  try {
    const response = await fetch(`${endpoint}/trpc/sessions.current`, {
      credentials: 'omit',
      cache: 'no-store',
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(patienceMs),
    });
    const { result, error } = (await response.json()) as {
      result?: { data: Current };
      error?: { message: string; data?: { reason?: string } };
    };
    if (result) return { current: result.data };
    return { reason: error?.data?.reason ?? '', message: error?.message ?? '' };
  } catch {
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
  const useless = tags.find(tag => !left.includes(tag) && !needed(tag).some(scope => scopes.includes(scope)));
  if (!useless) return findings;
  return [
    ...findings,
    bad(
      `The user is a ${user.role}, who may do nothing in <${useless}>.`,
      'Give the role admin or owner when the session is made, if this user should.',
      `role: 'admin'`,
    ),
  ];
}

const needed = (tag: string): readonly string[] => scopesOfElement[tag as ElementName];

/** What a token says of itself; nothing is decided by it. */
function claimsOf(token: string): Claims | null {
  try {
    const [, body = ''] = token.split('.');
    return JSON.parse(atob(body.replaceAll('-', '+').replaceAll('_', '/'))) as Claims;
  } catch {
    return null;
  }
}
