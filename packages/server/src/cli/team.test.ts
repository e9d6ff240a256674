import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { users } from '../db/schema/organizations.ts';
import { addCampaign } from '../fixture/add-campaign.ts';
import { testServer } from '../fixture/test-server.ts';
import { organization } from './organization.ts';
import { run } from './run.ts';
import { team } from './team.ts';

/** The command line on the database of an organization with a texter, whom their host knows as `texter-7`. */
async function shell() {
  const server = await testServer();
  const session = await server.session({ role: 'texter' });
  const { organizationId, userId } = session;
  await server.db.write(tx =>
    tx.update(users).set({ externalId: 'texter-7', name: 'Ada' }).where(eq(users.id, userId)),
  );
  const { campaignId } = await addCampaign(server, {
    organizationId,
    campaign: { autoAssign: true },
    conversations: [{}, {}],
  });
  async function type(line: string) {
    const said = { out: '', err: '' };
    const streams = { out: (text: string) => (said.out += text), err: (text: string) => (said.err += text) };
    const code = await run([organization, team], line.split(' '), { CAMPAIGN_KIT_DATABASE_URL: server.url }, streams);
    return { code, ...said };
  }
  const offer = () => server.caller(session).requests.offer();
  return { server, type, offer, organizationId, campaignId };
}

test('an organization says how many may be asked for at once, and who decides', async () => {
  const { type, offer, organizationId } = await shell();
  expect(await offer()).toMatchObject({ most: 200, approval: 'automatic' });
  const set = await type(`organization set ${organizationId} --max-per-request 50 --request-approval admin --json`);
  expect(JSON.parse(set.out)).toMatchObject({ id: organizationId, maxPerRequest: 50, requestApproval: 'admin' });
  expect(await offer()).toMatchObject({ most: 50, approval: 'admin' });
  await type(`organization set ${organizationId} --request-approval automatic`);
  expect(await offer()).toMatchObject({ most: 50, approval: 'automatic' });
});

test('a team has a limit of its own, for as long as one is in it', async () => {
  const { type, offer, organizationId } = await shell();
  const made = await type(`team add Night --organization ${organizationId} --max-per-request 500`);
  expect(made).toMatchObject({ code: 0, out: 'Team 1 was made: Night.\n' });
  expect((await offer()).most).toBe(200);
  expect((await type('team join 1 --user texter-7')).out).toBe('Ada is in the team Night.\n');
  expect((await offer()).most).toBe(500);
  await type('team set 1 --max-per-request 300 --priority 4');
  expect((await offer()).most).toBe(300);
  expect((await type(`team list --organization ${organizationId}`)).out).toBe(
    'id  name   priority  maxPerRequest  members\n1   Night  4         300            1\n',
  );
  expect((await type('team leave 1 --user texter-7')).out).toBe('Ada is no longer in the team Night.\n');
  expect((await offer()).most).toBe(200);
});

test('a campaign of a team is offered to its members only', async () => {
  const { type, offer, organizationId, campaignId } = await shell();
  await type(`team add Night --organization ${organizationId}`);
  expect((await offer()).unsent.available).toBe(2);
  expect((await type(`team give 1 --campaign ${campaignId}`)).code).toBe(0);
  expect((await offer()).unsent).toMatchObject({ available: 0, why: 'noCampaign' });
  await type('team join 1 --user texter-7');
  expect((await offer()).unsent.available).toBe(2);
  await type('team leave 1 --user texter-7');
  await type(`team take 1 --campaign ${campaignId}`);
  expect((await offer()).unsent.available).toBe(2);
});

for (const [line, code, message] of [
  ['organization set 99 --max-per-request 5', 3, 'There is no organization 99.'],
  ['organization set 1 --max-per-request 0', 2, 'It is a whole number above 0.'],
  ['organization set 1 --max-per-request 10001', 3, '10000'],
  ['organization set 1 --request-approval nobody', 2, 'Allowed choices are automatic, admin'],
  ['team add Night --organization 99', 3, 'There is no organization 99.'],
  ['team set 99 --priority 1', 3, 'There is no team 99.'],
  ['team join 99 --user texter-7', 3, 'There is no team 99.'],
  ['team give 99 --campaign 1', 3, 'There is no team 99.'],
] as const) {
  test(`\`${line}\` says why not, and ends with ${code}`, async () => {
    const { type } = await shell();
    const answer = await type(line);
    expect([answer.code, answer.out]).toEqual([code, '']);
    expect(answer.err).toContain(message);
  });
}

test('users and campaigns of another organization are not found', async () => {
  const { server, type, organizationId } = await shell();
  const { id } = await server.organization();
  const theirs = await addCampaign(server, { organizationId: id, conversations: [] });
  await type(`team add Theirs --organization ${id}`);
  expect(await type('team join 1 --user texter-7')).toMatchObject({ code: 3, err: 'There is no such user.\n' });
  await type(`team add Ours --organization ${organizationId}`);
  expect(await type(`team give 2 --campaign ${theirs.campaignId}`)).toMatchObject({
    code: 3,
    err: 'There is no such campaign.\n',
  });
});
