import { afterAll, beforeAll, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { users } from '@campaign-kit/server/db/schema/organizations';
import { addOrigin } from '@campaign-kit/server/organizations/add-origin';
import { signToken } from '@campaign-kit/server/sessions/sign-token';
import { wrongOn } from './diagnose.ts';
import type { Answer } from './host.ts';
import { openStage, type Stage } from './open-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  const { host, kitUrl, organizationId, world } = stage;
  host.route('/login', { body: '<h1>Log in</h1>' });
  await addOrigin(world, { organizationId, origin: 'https://other.example' });
  const token = (issuer: string, secret: string, endsInMs: number) =>
    signToken(
      {
        organizationId,
        userId: 1,
        role: 'admin',
        elements: null,
        origin: host.origin,
        tokenId: crypto.randomUUID(),
        issuedAt: Date.now() - 3_600_000,
        expiresAt: Date.now() + endsInMs,
      },
      { issuer, secret },
    );
  const secret = 'the secret of the tests of boot, long enough';
  tokens.foreign = await token('https://texting.other.example', 'another secret that is long enough for it', 600_000);
  tokens.over = await token(kitUrl, secret, -1_800_000);
}, 60_000);
afterAll(() => stage.close());

const tokens = { foreign: '', over: '' };
const json = { 'content-type': 'application/json' };
const answered = (value: unknown): Answer => ({ headers: json, body: JSON.stringify(value) });
const soon = () => Date.now() + 600_000;
const minted = async (change: (made: { token: string; expiresAt: number }) => unknown) =>
  answered(change(JSON.parse((await stage.mint()).body) as { token: string; expiresAt: number }));

const cases: [what: string, line: string, answer: () => Answer | Promise<Answer>][] = [
  [
    'The session address /session answers with HTML, a log-in page perhaps.',
    'return Response.json({ token, expiresAt })',
    () => ({ body: '<!doctype html><h1>Log in</h1>' }),
  ],
  [
    'The session address /session redirects to /login, as if nobody were logged in.',
    'return new Response(null, { status: 401 })',
    () => ({ status: 302, headers: { location: '/login' } }),
  ],
  [
    'The session address /session does not exist (404).',
    "app.post('/crm/texting-session', …)",
    () => ({ status: 404, body: 'Not found' }),
  ],
  ['The session address /session takes no POST (405).', "app.post('…', …)", () => ({ status: 405 })],
  [
    'The session address /session says that nobody is logged in (401).',
    'Set-Cookie: …; Path=/; SameSite=Lax',
    () => ({ status: 401, headers: json, body: '{}' }),
  ],
  [
    'The session address /session refuses the request (419), perhaps for want of a CSRF token.',
    "kit.fetchSession = () => fetch('…', { method: 'POST', headers: { 'x-csrf-token': … } }).then(r => r.json())",
    () => ({ status: 419 }),
  ],
  ['The session address /session fails (500).', '', () => ({ status: 500 })],
  [
    'The session address /session answers 422.',
    'return Response.json({ token, expiresAt })',
    () => ({ status: 422, headers: json, body: '{}' }),
  ],
  [
    'The session address /session answers with text/plain, not with JSON.',
    'Content-Type: application/json',
    () => ({ headers: { 'content-type': 'text/plain' }, body: 'token' }),
  ],
  [
    'The session address /session says JSON and answers something else.',
    'return Response.json({ token, expiresAt })',
    () => ({ headers: json, body: '<b>Notice</b>: undefined index' }),
  ],
  [
    'The session address /session gives no token, only data.',
    'return Response.json({ token, expiresAt })',
    () => minted(data => ({ data })),
  ],
  [
    'The session address /session gives no token, an empty answer.',
    'return Response.json({ token, expiresAt })',
    () => answered({}),
  ],
  [
    'The session address /session gives an expiresAt that is in seconds.',
    'expiresAt: expiresAt * 1000',
    () => minted(({ token, expiresAt }) => ({ token, expiresAt: Math.round(expiresAt / 1000) })),
  ],
  [
    'The session address /session gives an expiresAt that is no number.',
    'expiresAt: new Date(expiresAt).getTime()',
    () => minted(({ token, expiresAt }) => ({ token, expiresAt: new Date(expiresAt).toISOString() })),
  ],
  [
    'The session address /session gives a token that is over since 30 minutes.',
    'Cache-Control: no-store',
    () => answered({ token: tokens.over, expiresAt: Date.now() - 1_800_000 }),
  ],
  [
    'The token is over by the clock of the server.',
    'Cache-Control: no-store',
    () => answered({ token: tokens.over, expiresAt: soon() }),
  ],
];

for (const [what, line, answer] of cases) {
  test(`it says: ${what}`, async () => {
    const { open, kit, boot, kitUrl, host } = stage;
    host.route('/session', answer);
    const page = await open(boot, kit());
    expect((await wrongOn(page, kitUrl)).map(finding => [finding.what, finding.line])).toEqual([[what, line]]);
  });
}

test('it says that the session is for another origin, and the origin of this page', async () => {
  const { open, kit, boot, kitUrl, host, mint } = stage;
  host.route('/session', () => mint({ origin: 'https://other.example' }));
  const page = await open(boot, kit());
  expect(await wrongOn(page, kitUrl)).toEqual([
    {
      what: `The session is for pages of https://other.example, and this page is of ${host.origin}.`,
      fix: 'Name the origin of the page when the session is made.',
      line: `origin: '${host.origin}'`,
    },
  ]);
});

test('it says that another server made the token, and which', async () => {
  const { open, kit, boot, kitUrl, host } = stage;
  host.route('/session', () => answered({ token: tokens.foreign, expiresAt: soon() }));
  const page = await open(boot, kit());
  expect(await wrongOn(page, kitUrl)).toEqual([
    {
      what: 'The server did not make this token: it was made by https://texting.other.example.',
      fix: 'Ask the same server for sessions that the endpoint names.',
      line: `fetch('${kitUrl}/v1/embed-sessions', …)`,
    },
  ]);
});

test('it says that the session was not made for an element of the page', async () => {
  const { open, kit, boot, kitUrl, host, mint } = stage;
  host.route('/session', () => mint({ elements: ['operation-history'] }));
  const page = await open(boot, kit());
  expect(await wrongOn(page, kitUrl)).toEqual([
    {
      what: 'The session was not made for <campaign-actions>.',
      fix: 'Name the element when the session is made, or leave `elements` out for all.',
      line: `elements: ['operation-history', 'campaign-actions']`,
    },
  ]);
});

test('it says that the user’s role may do nothing in an element of the page', async () => {
  const { open, kit, boot, kitUrl, host, mint } = stage;
  host.route('/session', () => mint({ role: 'texter' }));
  const page = await open(boot, kit('<operation-history></operation-history>'));
  expect((await wrongOn(page, kitUrl)).map(({ what }) => what)).toEqual([
    'The user is a texter, who may do nothing in <operation-history>.',
  ]);
});

test('it says in the server’s words why a session is refused', async () => {
  const { open, kit, boot, kitUrl, host, mint, world } = stage;
  const made = await mint();
  host.route('/session', () => made);
  await world.db.write(tx => tx.update(users).set({ suspendedAt: world.now() }).where(eq(users.externalId, 'u1')));
  const page = await open(boot, kit());
  expect((await wrongOn(page, kitUrl)).map(({ what }) => what)).toContain(
    'The server refuses the session: This user is suspended.',
  );
  await world.db.write(tx => tx.update(users).set({ suspendedAt: null }));
});

test('it says what a function of the host failed with', async () => {
  const { open, kit, boot, kitUrl } = stage;
  const page = await open(boot, kit(undefined, ''));
  await page.evaluate(`customElements.whenDefined('campaign-kit').then(() => {
    document.querySelector('campaign-kit').fetchSession = () => Promise.reject(new Error('the store is empty'));
  })`);
  expect((await wrongOn(page, kitUrl)).map(finding => [finding.what, finding.line])).toEqual([
    ['fetchSession failed: the store is empty', 'return { token, expiresAt };'],
  ]);
});

test('it says that the session address cannot be asked from this page', async () => {
  const { open, kit, boot, kitUrl, host } = stage;
  const other = host.origin.replace('127.0.0.1', 'localhost');
  const page = await open(boot, kit(undefined, `session-url="${other}/session"`));
  expect((await wrongOn(page, kitUrl)).map(({ what }) => what)).toEqual([
    `The session address ${other}/session cannot be asked from this page.`,
  ]);
});

test('it says that the session address does not answer in time', async () => {
  const { open, kit, boot, kitUrl, host } = stage;
  host.route('/session', () => new Promise(() => {}));
  const page = await open(boot, kit());
  // Ten seconds of the browser's own clock, which no test can move: the signal is made to end sooner.
  await page.evaluate('AbortSignal.timeout = () => AbortSignal.abort(new DOMException("late", "TimeoutError"))');
  expect((await wrongOn(page, kitUrl)).map(({ what }) => what)).toContain(
    'The session address /session does not answer within 10 seconds.',
  );
});
