import { expect, test } from 'vitest';
import { createCrm } from './create-crm.ts';

const crm = () =>
  createCrm({
    kitUrl: 'http://localhost:1',
    secretKey: () => 'ck_live_secret',
    cookieSecret: 'a secret of the host',
    offices: () => ({}),
    phonesUrl: null,
    traffic: { running: () => false, turn: () => {} },
    reset: { running: () => false, start: () => {} },
  });

test('every page comes with the strict policy, and without the key', async () => {
  for (const path of [
    '/campaigns',
    '/messages',
    '/escalated',
    '/texters',
    '/texting',
    '/day',
    '/activity',
    '/team',
    '/getting-started',
    '/demo/reset',
  ]) {
    const answer = await crm().request(path);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`require-trusted-types-for 'script'`);
    expect(policy).not.toContain('unsafe');
    const page = await answer.text();
    expect(page).not.toContain('ck_live_secret');
    expect(page).not.toMatch(/<script(?![^>]* src=)|\sstyle=|\son\w+=/);
  }
});

test('the CRM keeps its page when the kit’s server does not answer', async () => {
  const page = await (await crm().request('/campaigns')).text();
  expect(page).toContain('The texting server does not answer.');
});

test('a session cookie that the host did not sign is no session', async () => {
  const forged = { cookie: 'harbor_session=hc-1001.forged' };
  const page = await (await crm().request('/team', { headers: forged })).text();
  expect(page).toContain('Daniel Reyes<small>Admin</small>');
});

test('another site’s form can neither change who is signed in nor reset the data', async () => {
  for (const path of ['/view', '/demo/reset']) {
    const answer = await crm().request(path, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'role=owner',
    });
    expect(answer.status).toBe(403);
  }
});

test('the view goes back to a page of the CRM and nowhere else', async () => {
  const answer = await crm().request('http://localhost/view', {
    method: 'POST',
    headers: { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ back: '//elsewhere.example', language: 'de', role: 'owner' }).toString(),
  });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/');
});
