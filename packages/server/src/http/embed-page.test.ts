import { expect, test } from 'vitest';
import { testApp } from '../fixture/test-app.ts';
import { crm } from '../fixture/test-server.ts';

const portal = 'https://portal.example';

test('the page of an element may be framed by the page that asks for it, and may run nothing but its own script', async () => {
  const { app } = await testApp();
  const answer = await app.request(`/embed/campaign-actions?host=${crm}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-security-policy')?.split('; ')).toEqual([
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types campaign-kit`,
    `frame-ancestors ${crm}`,
  ]);
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(answer.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
});

test('nothing of the address comes back in the page', async () => {
  const { app } = await testApp();
  const plain = await app.request(`/embed/campaign-actions?host=${crm}`);
  const full = await app.request(`/embed/campaign-actions?host=${crm}&campaign-id=%3Cscript%3E&label=%22`);
  expect(await full.text()).toBe(await plain.text());
});

for (const [why, path, status, code] of [
  ['an element that there is not', `/embed/no-such-element?host=${crm}`, 404, 'not_found'],
  ['a page without an address', '/embed/campaign-actions', 403, 'origin_not_allowed'],
  [
    'a page that no organization allows',
    '/embed/campaign-actions?host=https://evil.example',
    403,
    'origin_not_allowed',
  ],
  [
    'an allowed page inside another one',
    `/embed/campaign-actions?host=${crm}&host=https://evil.example`,
    403,
    'origin_not_allowed',
  ],
  ['pages of two organizations', `/embed/campaign-actions?host=${crm}&host=${portal}`, 403, 'origin_not_allowed'],
  [
    'a list smuggled in as one',
    `/embed/campaign-actions?host=${crm}%20https://evil.example`,
    403,
    'origin_not_allowed',
  ],
  ['a page without an origin', '/embed/campaign-actions?host=null', 403, 'origin_not_allowed'],
] as const) {
  test(`there is no frame for ${why}, and nobody may frame the refusal`, async () => {
    const { app, server } = await testApp();
    await server.organization({ origins: [portal] });
    const answer = await app.request(path);
    const { error } = (await answer.json()) as { error: { code: string } };
    expect([answer.status, error.code]).toEqual([status, code]);
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });
}

test('a page inside a page can frame an element where one organization allows both', async () => {
  const { app, server } = await testApp();
  await server.organization({ origins: [crm, portal] });
  const answer = await app.request(`/embed/campaign-actions?host=${crm}&host=${portal}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-security-policy')).toContain(`frame-ancestors ${crm} ${portal}`);
});

test('a page inside a page of the same origin counts once', async () => {
  const { app } = await testApp();
  expect((await app.request(`/embed/campaign-actions?host=${crm}&host=${crm}`)).status).toBe(200);
});

for (const [who, headers, status] of [
  ['a frame of this server', { origin: 'https://texting.example' }, 200],
  ['a frame of this server behind a proxy', { origin: 'http://10.0.0.7', 'sec-fetch-site': 'same-origin' }, 200],
  ['a page of another origin', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
  ['a neighbour on the same site', { origin: 'https://www.texting.example', 'sec-fetch-site': 'same-site' }, 403],
] as const) {
  test(`the token of a host is ${status === 200 ? 'taken' : 'refused'} from ${who}`, async () => {
    const { app, token } = await testApp();
    const all = { ...headers, authorization: `Bearer ${await token()}` };
    expect((await app.request('/trpc/sessions.current', { headers: all })).status).toBe(status);
  });
}

test('once the origin is taken back, the token is refused in the frame too', async () => {
  const { app, token, server, organization } = await testApp();
  const bearer = await token();
  await server.db.write(tx => tx.run(`DELETE FROM allowed_origins WHERE organization_id = ${organization.id}`));
  const headers = { origin: 'https://texting.example', authorization: `Bearer ${bearer}` };
  expect((await app.request('/trpc/sessions.current', { headers })).status).toBe(403);
});
