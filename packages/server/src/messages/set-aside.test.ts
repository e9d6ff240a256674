import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { SendStatus } from '@campaign-kit/shared/delivery';
import { campaignOf } from '../campaigns/campaign.ts';
import { conversationOf } from '../conversations/conversation-of.ts';
import { recordEvent } from '../conversations/record-event.ts';
import { messages } from '../db/schema/conversations.ts';
import { phoneNumbers } from '../db/schema/organizations.ts';
import { addCampaign } from '../fixture/add-campaign.ts';
import { keptAndRecounted } from '../fixture/recount.ts';
import { wrongMessageCounts } from '../fixture/recount-messages.ts';
import { runOperations } from '../fixture/run-operations.ts';
import { testServer } from '../fixture/test-server.ts';
import { queueText } from './queue-text.ts';

/** A texter holds one conversation with a text of theirs in the queue; then staff do something with it. */
async function queued({ kind, again }: { kind: 'initial' | 'reply'; again: boolean }) {
  const server = await testServer();
  const session = await server.session();
  const { organizationId, userId: texterId } = session;
  await server.db.write(tx => tx.insert(phoneNumbers).values({ organizationId, phone: 15_550_000_001 }));
  const waits = { status: 'needsResponse', replied: true, waitingSince: server.now() - 60_000 } as const;
  const { campaignId, ids } = await addCampaign(server, {
    organizationId,
    conversations: [{ texterId, ...(kind === 'reply' ? { ...waits, lastMessagedAt: server.now() - 120_000 } : {}) }],
  });
  const conversationId = ids[0]!;
  await server.db.write(async tx => {
    const now = server.now();
    const conversation = await conversationOf(tx, organizationId, conversationId);
    const campaign = await campaignOf(tx, organizationId, campaignId);
    await queueText(tx, { campaign, conversation, kind, text: 'Hi', userId: texterId, now });
    const event = { type: 'contactReplied', at: now } as const;
    if (again) await recordEvent(tx, { organizationId, conversationId, event, message: { text: 'Wait' }, now });
  });
  server.pass(7_200_000);
  const caller = server.caller(session);
  const releases = {
    releaseUnsent: { name: 'releaseUnsent', input: {} },
    releaseUnreplied: { name: 'releaseUnreplied', input: { idleMinutes: 60 } },
    archive: { name: 'archive', input: {} },
  } as const;
  const run = async (name: keyof typeof releases) => {
    const action = releases[name];
    const previewed = name === 'archive' ? null : (await caller.campaigns.previewAction({ campaignId, action })).count;
    await caller.campaigns.runAction({ campaignId, action, previewed, requestKey: randomUUID() });
    await runOperations(server);
    return previewed;
  };
  const does = {
    ...(Object.fromEntries(Object.keys(releases).map(name => [name, () => run(name as keyof typeof releases)])) as {
      [N in keyof typeof releases]: () => Promise<unknown>;
    }),
    escalate: () => caller.texting.change({ conversationId, change: { type: 'escalate', reason: 'help' } }),
    optOut: () => caller.texting.change({ conversationId, change: { type: 'optOut' } }),
    close: () => caller.texting.change({ conversationId, change: { type: 'close' } }),
  };
  const [text] = await server.db.read.select().from(messages).orderBy(asc(messages.inbound), asc(messages.id));
  const sendStatus = async () =>
    (await server.db.read.select().from(messages).where(eq(messages.id, text!.id)))[0]!.sendStatus;
  const holder = async () => (await conversationOf(server.db.read, organizationId, conversationId)).texterId;
  return { server, campaignId, texterId, does, sendStatus, holder };
}

type Deed = keyof Awaited<ReturnType<typeof queued>>['does'];

const cases: [kind: 'initial' | 'reply', again: boolean, deed: Deed, becomes: SendStatus, held: boolean][] = [
  ['initial', false, 'releaseUnsent', 'queued', true],
  ['initial', false, 'releaseUnreplied', 'queued', true],
  ['initial', true, 'releaseUnreplied', 'cancelled', false],
  ['initial', false, 'escalate', 'cancelled', false],
  ['initial', false, 'optOut', 'cancelled', true],
  ['initial', false, 'archive', 'held', true],
  ['reply', false, 'releaseUnreplied', 'queued', true],
  ['reply', true, 'releaseUnreplied', 'cancelled', false],
  ['reply', false, 'escalate', 'cancelled', false],
  ['reply', true, 'optOut', 'cancelled', true],
  ['reply', true, 'archive', 'held', true],
  ['reply', false, 'close', 'queued', true],
];
for (const [kind, again, deed, becomes, held] of cases) {
  const who = again ? 'the contact has written again since' : 'nothing came in since';
  test(`${kind} in the queue, ${who}: ${deed} leaves it ${becomes}`, async () => {
    const { server, campaignId, texterId, does, sendStatus, holder } = await queued({ kind, again });
    await does[deed]();
    expect(await sendStatus()).toBe(becomes);
    expect(await holder()).toBe(held ? texterId : null);
    expect(await wrongMessageCounts(server.db.read)).toEqual([]);
    const { kept, recounted } = await keptAndRecounted(server.db.read, campaignId);
    expect(kept).toEqual(recounted);
  });
}
