import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Role } from '@campaign-kit/shared/scopes';
import { conversations, messages } from '../db/schema/conversations.ts';
import { phoneNumbers } from '../db/schema/organizations.ts';
import { addCampaign } from '../fixture/add-campaign.ts';
import { keptAndRecounted } from '../fixture/recount.ts';
import { testServer } from '../fixture/test-server.ts';

/** A reply that waits with a texter, and somebody else of the same organization who looks in. */
async function stage(role: Role) {
  const server = await testServer();
  const { id: organizationId } = await server.organization();
  const { id: texterId } = await server.user({ organizationId, name: 'Tess', role: 'texter' });
  await server.db.write(tx => tx.insert(phoneNumbers).values({ organizationId, phone: 15_550_000_001 }));
  const waiting = { texterId, status: 'needsResponse', replied: true, waitingSince: server.now() - 60_000 } as const;
  const { campaignId, ids } = await addCampaign(server, { organizationId, conversations: [waiting] });
  const session = await server.session({ organizationId, role });
  const conversationId = ids[0]!;
  const row = async () =>
    (await server.db.read.select().from(conversations).where(eq(conversations.id, conversationId)))[0]!;
  return { server, session, caller: server.caller(session), campaignId, conversationId, texterId, row };
}

for (const role of ['owner', 'admin', 'supervolunteer'] as const) {
  test(`a reply by somebody of the staff (${role}) leaves the texter as it is`, async () => {
    const { server, session, caller, campaignId, conversationId, texterId, row } = await stage(role);
    expect(await caller.texting.thread({ conversationId, before: null })).toMatchObject({ conversationId });
    await caller.texting.typing({ conversationId });
    const reply = { conversationId, text: 'We open at ten', media: [], requestKey: randomUUID() };
    await caller.texting.sendReply(reply);
    await caller.texting.change({ conversationId, change: { type: 'tag', name: 'Hours' } });
    expect(await row()).toMatchObject({ status: 'convo', texterId, waitingSince: null });
    expect(await server.db.read.select().from(messages)).toMatchObject([{ userId: session.userId }]);
    const { kept, recounted } = await keptAndRecounted(server.db.read, campaignId);
    expect(kept).toEqual(recounted);
  });
}

test('staff see who holds a conversation, and why one waits for them', async () => {
  const { server, caller, conversationId, texterId } = await stage('admin');
  const thread = () => caller.texting.thread({ conversationId, before: null });
  expect(await thread()).toMatchObject({ texter: { id: texterId, name: 'Tess' }, escalation: null });
  await caller.texting.change({ conversationId, change: { type: 'escalate', reason: 'Asks for a lawyer' } });
  const escalation = { reason: 'Asks for a lawyer', by: { name: expect.any(String) as string }, at: server.now() };
  expect(await thread()).toMatchObject({ texter: null, escalation });
});

test('who works as a texter hears that a conversation is not theirs, even where they may reach all', async () => {
  const { caller, conversationId } = await stage('admin');
  const own = { conversationId, own: true } as const;
  const notYours = { cause: { reason: 'refusal.notYours' } };
  const reply = { ...own, text: 'Hi', media: [], requestKey: randomUUID() };
  await expect(caller.texting.thread({ ...own, before: null })).rejects.toMatchObject(notYours);
  await expect(caller.texting.sendReply(reply)).rejects.toMatchObject(notYours);
  await expect(caller.texting.change({ ...own, change: { type: 'close' } })).rejects.toMatchObject(notYours);
  await expect(caller.texting.typing(own)).rejects.toMatchObject(notYours);
});

test('the first text is sent by whom the conversation is assigned to, and by nobody else', async () => {
  const { server, caller, conversationId } = await stage('admin');
  await server.db.write(tx => tx.update(conversations).set({ status: 'needsMessage' }));
  const initial = { conversationId, text: `Hi Ann ${conversationId}`, requestKey: randomUUID() };
  await expect(caller.texting.sendInitial(initial)).rejects.toMatchObject({ cause: { reason: 'refusal.notYours' } });
});
