import { expect, test } from 'vitest';
import { organizations } from '../db/schema/organizations.ts';
import { onSqld } from '../fixture/test-database.ts';
import { testServer } from '../fixture/test-server.ts';
import { organizationOfKey } from '../organizations/organization-of-key.ts';
import { assistant } from './assistant.ts';
import { campaign } from './campaign.ts';
import { key } from './key.ts';
import { migrate } from './migrate.ts';
import { number } from './number.ts';
import { organization } from './organization.ts';
import { origin } from './origin.ts';
import { run } from './run.ts';

/** The command line against a test server's own database. */
async function shell() {
  const server = await testServer();
  async function type(line: string, env: NodeJS.ProcessEnv = { CAMPAIGN_KIT_DATABASE_URL: server.url }) {
    const said = { out: '', err: '' };
    const streams = { out: (text: string) => (said.out += text), err: (text: string) => (said.err += text) };
    const code = await run(
      [organization, key, origin, number, assistant, campaign, migrate],
      line.split(' '),
      env,
      streams,
    );
    return { code, ...said, json: () => JSON.parse(said.out || said.err) as unknown };
  }
  return { server, type };
}

test('an organization is made, and found again', async () => {
  const { type } = await shell();
  expect(await type('organization create Tenants --time-zone America/Denver')).toMatchObject({
    code: 0,
    out: 'Organization 1 was made: Tenants, America/Denver.\n',
  });
  expect((await type('organization list')).out).toBe('id  name     timeZone\n1   Tenants  America/Denver\n');
  expect((await type('organization list --json')).json()).toEqual([
    { id: 1, name: 'Tenants', timeZone: 'America/Denver' },
  ]);
});

test('an organization’s assistant gets a secret that is shown once, and is removed', async () => {
  const { server, type } = await shell();
  const { id } = await server.organization();
  const set = (await type(`assistant set https://crm.example/assistant --organization ${id} --json`)).json();
  const kept = async () => (await server.db.read.select().from(organizations))[0];
  expect(set).toMatchObject({ url: 'https://crm.example/assistant', secret: expect.stringMatching(/^[\w-]{43}$/) });
  expect(await kept()).toMatchObject({ assistantSecret: (set as { secret: string }).secret });
  expect((await type(`assistant set crm.example --organization ${id}`)).code).not.toBe(0);
  expect((await type(`assistant set https://crm.example --organization 99`)).err).toContain('no organization 99');
  await type(`assistant remove --organization ${id}`);
  expect(await kept()).toMatchObject({ assistantUrl: null, assistantSecret: null });
});

test('an organization gets a pace of its own, and loses it again', async () => {
  const { server, type } = await shell();
  const { id } = await server.organization();
  const set = async (perSecond: string) => type(`organization set ${id} --per-second ${perSecond} --json`);
  expect((await set('3')).json()).toMatchObject({ sendEveryMs: 334, maxPerRequest: 200 });
  expect((await type(`organization set ${id} --max-per-request 50 --json`)).json()).toMatchObject({ sendEveryMs: 334 });
  expect((await set('none')).json()).toMatchObject({ sendEveryMs: null, maxPerRequest: 50 });
  for (const wrong of ['0', 'fast', '1001']) expect((await set(wrong)).err).toContain('per-second');
});

test('an organization gets a number with a pace, and nobody else gets the same', async () => {
  const { server, type } = await shell();
  const [{ id }, { id: other }] = [await server.organization(), await server.organization()];
  const added = await type(`number add +1(212)555-0100 --organization ${id} --per-second 4`);
  expect(added.out).toBe(`Organization ${id} texts from +12125550100, one text in 250 ms.\n`);
  await type(`number add +12125550100 --organization ${id} --per-second 10 --service MG1`);
  expect((await type(`number list --organization ${id} --json`)).json()).toMatchObject([
    { phone: '+12125550100', sendEveryMs: 100, messagingServiceSid: 'MG1' },
  ]);
  const taken = await type(`number add +12125550100 --organization ${other}`);
  expect(taken).toMatchObject({ code: 3, err: expect.stringContaining('another organization') });
  expect((await type(`number add 555-HELP --organization ${id}`)).code).toBe(3);
});

test('a key is shown once, opens the door, and is shut out when it is revoked', async () => {
  const { server, type } = await shell();
  const { id: organizationId } = await server.organization();
  const made = (await type(`key create --organization ${organizationId} --name CRM --json`)).json() as {
    id: number;
    key: string;
  };
  const opens = () => organizationOfKey(server.world, `Bearer ${made.key}`);
  expect(await opens()).toEqual({ organizationId, keyId: made.id });
  const listed = await type('key list');
  expect(listed.out).toContain('CRM');
  expect(listed.out).not.toContain('ck_live_');
  expect((await type(`key revoke ${made.id}`)).out).toBe(`Key ${made.id} (CRM) is revoked.\n`);
  await expect(opens()).rejects.toMatchObject({ reason: 'refusal.secretKey' });
});

test('origins are added as browsers send them, listed and removed', async () => {
  const { server, type } = await shell();
  const { id } = await server.organization({ origins: [] });
  for (const _ of ['once', 'twice']) {
    expect((await type(`origin add --organization ${id} https://CRM.example:443/`)).code).toBe(0);
  }
  expect((await type(`origin list --organization ${id} --json`)).json()).toEqual([
    { organizationId: id, origin: 'https://crm.example' },
  ]);
  expect((await type(`origin remove --organization ${id} https://crm.example`)).code).toBe(0);
  expect((await type(`origin list --organization ${id}`)).out).toBe('None.\n');
});

test('campaigns are listed with their counts', async () => {
  const { server, type } = await shell();
  const { id } = await server.organization();
  expect((await type(`campaign list --organization ${id} --json`)).json()).toEqual([]);
});

for (const [line, code, message] of [
  ['key revoke 99', 3, 'There is no secret key 99.'],
  ['key create --organization 99 --name CRM', 3, 'There is no organization 99.'],
  ['origin add --organization 99 https://crm.example', 3, 'There is no organization 99.'],
  ['organization create X --time-zone Mars/Base', 3, 'no time zone Mars/Base'],
  ['key revoke one', 2, 'It is a whole number above 0.'],
  ['key create --name CRM', 2, "required option '--organization <id>' not specified"],
  ['key shred', 2, "unknown command 'shred'"],
  ['everything', 2, "unknown command 'everything'"],
] as const) {
  test(`\`${line}\` says why not, and ends with ${code}`, async () => {
    const { type } = await shell();
    const answer = await type(line);
    expect([answer.code, answer.out]).toEqual([code, '']);
    expect(answer.err).toContain(message);
  });
}

test('a campaign is made as a draft or launched, and an import may begin', async () => {
  const { server, type } = await shell();
  const { id } = await server.organization();
  expect(await type(`campaign create Draft --organization ${id} --script Hi`)).toMatchObject({
    code: 0,
    out: 'Campaign 1 was made: Draft.\n',
  });
  expect(await type(`campaign create Doors --organization ${id} --script Hi --launch`)).toMatchObject({
    out: 'Campaign 2 was made and launched: Doors.\n',
  });
  const listed = (await type(`campaign list --organization ${id} --json`)).json();
  expect(listed).toMatchObject([
    { id: 2, title: 'Doors', launchedAt: expect.any(Number) as number, needsMessage: 0 },
    { id: 1, title: 'Draft', launchedAt: null },
  ]);
  expect(await type('campaign create Doors --organization 99 --script Hi')).toMatchObject({
    code: 3,
    err: 'There is no organization 99.\n',
  });
});

test('with --json a refusal is JSON too', async () => {
  const { type } = await shell();
  expect((await type('key revoke 99 --json')).json()).toEqual({
    error: { code: 'not_found', reason: 'refusal.noKey', message: 'There is no secret key 99.' },
  });
});

test('a wrong database is told in words', async () => {
  const { type } = await shell();
  const answer = await type('organization list', { CAMPAIGN_KIT_DATABASE_URL: 'mysql://db' });
  expect([answer.code, answer.err]).toEqual([2, expect.stringContaining('CAMPAIGN_KIT_DATABASE_URL is wrong')]);
});

test.skipIf(onSqld)('nothing is done in a database that is not up to date', async () => {
  const { server, type } = await shell();
  const env = { CAMPAIGN_KIT_DATABASE_URL: server.url.replace('campaign-kit.db', 'deeper/new.db') };
  expect(await type('organization list', env)).toMatchObject({ code: 3, err: expect.stringContaining('`migrate`') });
  expect(await type('migrate', env)).toMatchObject({ code: 0, out: 'The tables are up to date.\n' });
  expect(await type('organization list', env)).toMatchObject({ code: 0, out: 'None.\n' });
});
