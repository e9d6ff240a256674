import { expect, test } from 'vitest';
import { addCampaign } from '../fixture/add-campaign.ts';
import { noon, testServer } from '../fixture/test-server.ts';

test('a second pass starts from what is unsent: with texters, in the pool, and who was never texted at all', async () => {
  const server = await testServer();
  const session = await server.session();
  const texted = { lastMessagedAt: noon - 90_000_000 } as const;
  const { campaignId } = await addCampaign(server, {
    organizationId: session.organizationId,
    conversations: [
      { texterId: session.userId },
      {},
      { pass: 2, ...texted },
      { optedOut: true },
      { escalated: true, texterId: session.userId },
      { status: 'messaged', ...texted },
    ],
  });
  const start = await server.caller(session).secondPass.start({ campaignId });
  expect(start).toMatchObject({
    unsent: { count: 3, assigned: 1, texters: 1, inPool: 2, unmessaged: 2 },
    contacts: 6,
    pass: 1,
    nextPass: 2,
    suggestedTitle: 'Doors P2',
    scripts: [{ pass: 1, script: 'Hi {firstName}' }],
    sample: { fields: { firstName: 'Ann 1', lastName: 'Doe', texterFirstName: 'Ada', city: 'Troy' } },
    knownFields: ['firstName', 'lastName', 'texterFirstName', 'city'],
    refusal: null,
  });
});
