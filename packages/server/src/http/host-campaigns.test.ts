import { expect, test } from 'vitest';
import { campaignCounts, campaigns } from '../db/schema/campaigns.ts';
import { testApp } from '../fixture/test-app.ts';
import { noon } from '../fixture/test-server.ts';

async function withCampaigns() {
  const made = await testApp();
  const { server, organization } = made;
  const other = await server.organization();
  const times = { timeZone: 'America/New_York', createdAt: noon, updatedAt: noon };
  await server.db.write(async tx => {
    for (const [id, organizationId, archivedAt] of [
      [1, organization.id, noon],
      [2, organization.id, null],
      [3, other.id, null],
      [4, organization.id, null],
    ] as const) {
      await tx.insert(campaigns).values({ id, organizationId, title: `No ${id}`, archivedAt, launchedAt: 7, ...times });
    }
    await tx.insert(campaignCounts).values({ campaignId: 4, needsMessage: 3 });
  });
  return made;
}

test('a host sees its own campaigns, newest first, with their counts', async () => {
  const { host } = await withCampaigns();
  const { body } = await host('/v1/campaigns');
  expect(body.campaigns.map(({ id }) => id)).toEqual([4, 2, 1]);
  expect(body.next).toBeNull();
  expect(body.campaigns[0]).toMatchObject({
    title: 'No 4',
    launchedAt: 7,
    archivedAt: null,
    dueAt: null,
    autoAssign: false,
    counts: { needsMessage: 3, messaged: 0 },
  });
  expect(body.campaigns[1]?.counts).toMatchObject({ needsMessage: 0 });
});

test('pages follow one another without a gap', async () => {
  const { host } = await withCampaigns();
  const first = await host('/v1/campaigns?limit=2');
  expect([first.body.campaigns.map(({ id }) => id), first.body.next]).toEqual([[4, 2], 2]);
  const second = await host(`/v1/campaigns?limit=2&before=${first.body.next}`);
  expect([second.body.campaigns.map(({ id }) => id), second.body.next]).toEqual([[1], null]);
});

for (const [query, ids] of [
  ['archived=true', [1]],
  ['archived=false', [4, 2]],
] as const) {
  test(`${query} leaves the others out`, async () => {
    const { host } = await withCampaigns();
    const { body } = await host(`/v1/campaigns?${query}`);
    expect(body.campaigns.map(({ id }) => id)).toEqual(ids);
  });
}

for (const query of ['limit=101', 'before=x', 'archived=maybe', 'offset=3']) {
  test(`${query} is not understood`, async () => {
    const { host } = await withCampaigns();
    expect((await host(`/v1/campaigns?${query}`)).status).toBe(400);
  });
}
