import { DrizzleQueryError } from 'drizzle-orm';
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { testApp } from '../fixture/test-app.ts';
import { createLog } from './log.ts';

const phone = '15551234567';
const text = 'Hi Ada, can you come on Saturday?';

function logged(work: (log: ReturnType<typeof createLog>) => void): string {
  let lines = '';
  work(createLog('trace', new Writable({ write: (chunk, _, done) => ((lines += chunk), done()) })));
  return lines;
}

function queryError() {
  const cause = Object.assign(new Error(`UNIQUE: ${phone} ${text}`), {
    name: 'LibsqlError',
    code: 'SQLITE_CONSTRAINT',
  });
  Object.setPrototypeOf(cause, class LibsqlError extends Error {}.prototype);
  return new DrizzleQueryError(`insert into contacts values (?, '${text}')`, [phone, text], cause);
}

for (const [where, write] of [
  ['as the line', (log, error) => log.error(error)],
  ['as the line with words', (log, error) => log.error(error, 'it failed')],
  ['under err', (log, error) => log.error({ err: error }, 'it failed')],
  ['under error', (log, error) => log.fatal({ error }, 'it failed')],
  ['as a cause', (log, error) => log.error({ err: new Error('outer', { cause: error }) })],
] as [string, (log: ReturnType<typeof createLog>, error: Error) => void][]) {
  test(`of a failed query, logged ${where}, only the code of its cause is left`, () => {
    const line = logged(log => write(log, queryError()));
    expect(line).toContain('SQLITE_CONSTRAINT');
    expect(line).toContain('DrizzleQueryError');
    for (const secret of [phone, text, 'insert into']) expect(line).not.toContain(secret);
  });
}

for (const [what, message, kept] of [
  ['a phone number', `no conversation with +1 (555) 123-4567`, 'no conversation with'],
  ['a secret key', 'bad key ck_live_abcdefghijklmnop', 'bad key'],
  ['a token', 'bad token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'bad token'],
  ['a query string', 'GET /trpc/contacts.search?input=Ada failed', '/trpc/contacts.search'],
] as const) {
  test(`an error's own words are logged without ${what}`, () => {
    // The time may hold any digits.
    const line = logged(log => log.error(new Error(message))).replace(/"time":"[^"]*"/, '');
    expect(line).toContain(kept);
    expect(line).not.toMatch(/555|123-4567|ck_live_a|eyJ|Ada/);
  });
}

test('fields that may hold people or secrets are struck out at any depth that is logged', () => {
  const person = { phone, text, name: 'Ada', authorization: 'Bearer x', url: '/a?b' };
  const line = logged(log => log.info({ ...person, contact: person, deep: { contact: person } }, 'words'));
  expect(line).not.toMatch(/Ada|1555|Saturday|Bearer|a\?b/);
});

test('a request leaves one line with ids, and nothing that was said in it', async () => {
  const { page, token, lines, organization } = await testApp();
  const bearer = await token({ name: 'Ada Lovelace', externalId: 'crm-77' });
  lines.length = 0;
  await page(`sessions.current?input=${encodeURIComponent(JSON.stringify({ phone, text }))}`, bearer);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toMatchObject({
    msg: 'request',
    method: 'GET',
    route: '/trpc/sessions.current',
    status: 200,
    organizationId: organization.id,
    userId: expect.any(Number),
    requestId: expect.any(String),
  });
  for (const secret of [phone, 'Saturday', 'Lovelace', 'crm-77', bearer]) expect(lines[0]).not.toContain(secret);
});

test('a server that fails says so with the request’s id, and logs no more than it may', async () => {
  const { host, page, token, lines, server } = await testApp();
  const bearer = await token();
  await server.db.write(tx => tx.run(sql`ALTER TABLE users RENAME TO people`));
  const user = { externalId: phone, name: text, role: 'admin' };
  const failed = await host('/v1/embed-sessions', { user, origin: 'https://crm.example' });
  expect([failed.status, failed.body.error.code]).toEqual([500, 'server']);
  expect((await page('sessions.current', bearer)).error?.code ?? 'server').toBe('server');
  const all = lines.join('');
  expect(all).toContain(failed.body.error.requestId);
  expect(all).toContain('DrizzleQueryError');
  for (const secret of [phone, text, 'insert into', 'select ']) {
    expect(all + JSON.stringify(failed.body)).not.toContain(secret);
  }
});
