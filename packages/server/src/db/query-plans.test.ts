import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { createClient } from '@libsql/client';
import { expect, test } from 'vitest';
import type { AskedMessageAction } from '@campaign-kit/shared/message-actions/registry';
import type { AskedAction } from '@campaign-kit/shared/campaign-actions/registry';
import { oweAnswer } from '../assistant/owe-answer.ts';
import { purgeTyping } from '../assistant/purge-typing.ts';
import { takeTurns } from '../assistant/take-turns.ts';
import { launchScheduled } from '../campaigns/launch-scheduled.ts';
import { recordEvent } from '../conversations/record-event.ts';
import { purgeRemoved } from '../conversations/purge-removed.ts';
import { addCampaign } from '../fixture/add-campaign.ts';
import { runOperations } from '../fixture/run-operations.ts';
import { testServer, type TestServer } from '../fixture/test-server.ts';
import { autoRelease } from '../replies/auto-release.ts';
import { autoSend } from '../sending/auto-send.ts';
import type { Session } from '../sessions/session.ts';
import { campaigns } from './schema/campaigns.ts';
import { phoneNumbers } from './schema/organizations.ts';
import { pruneEvents } from '../realtime/prune-events.ts';

/** Tables that stay small, and tables and partial indexes of which every row is wanted. */
const small =
  /^SCAN (z$|campaigns USING COVERING INDEX campaigns_auto_send$|p USING INDEX campaigns_auto_release$|operations USING INDEX operations_running$|(c|wanted) VIRTUAL|json_each VIRTUAL|\(subquery-\d+\)|\d+ CONSTANT ROW|CONSTANT ROW)/;

/** Runs everything once, so that every statement of a list, a count or an action has been seen. */
async function useEverything() {
  const server = await testServer();
  const session = await server.session();
  const { organizationId, userId } = session;
  const now = server.now();
  const held = { texterId: userId } as const;
  const { campaignId, ids } = await addCampaign(server, {
    organizationId,
    conversations: [
      held,
      {},
      { ...held, status: 'messaged', lastMessagedAt: now - 90_000_000 },
      { ...held, status: 'needsResponse', replied: true, waitingSince: now - 7_200_000 },
    ],
  });
  const { id: texterId } = await server.user({ organizationId, name: 'Tess' });
  server.statements.clear();
  const caller = server.caller(session);
  const actions: AskedAction[] = [
    { name: 'releaseUnsent', input: {} },
    { name: 'releaseUnreplied', input: { idleMinutes: 60 } },
    { name: 'markSecondPass', input: { windowMinutes: 960, excludeNewer: true, script: 'Hey', title: 'P2' } },
    { name: 'unmarkSecondPass', input: {} },
    { name: 'assignUnsent', input: { texterIds: [userId] } },
    { name: 'turnAutoAssignOn', input: {} },
    { name: 'turnAutoAssignOff', input: {} },
    { name: 'archive', input: {} },
    { name: 'unarchive', input: {} },
    { name: 'deleteUnmessaged', input: {} },
  ];
  await caller.secondPass.start({ campaignId });
  await caller.texters.search({ text: 'a', limit: 10 });
  await useMessageActions(server, session, ids[3] as number, texterId);
  await useTimers(server, session, campaignId, ids[3] as number);
  await caller.replies.previewReleaseAll({ idleMinutes: 60 });
  await caller.replies.releaseAll({ idleMinutes: 60, previewed: 1, requestKey: randomUUID() });
  for (const action of actions) {
    const { count } = await caller.campaigns.previewAction({ campaignId, action });
    await caller.campaigns.runAction({ campaignId, action, previewed: count, typed: count, requestKey: randomUUID() });
    await caller.campaigns.menu({ campaignId });
    await runOperations(server);
  }
  const { operations } = await caller.operations.list({ campaignId, before: null, limit: 50 });
  await caller.operations.list({ campaignId: null, before: 100, limit: 50 });
  for (const { id: operationId } of operations.slice(0, 3)) {
    await caller.operations.previewUndo({ operationId });
    await caller.operations.undo({ operationId, requestKey: randomUUID() });
  }
  await runOperations(server);
  const happened = {
    organizationId,
    conversationId: ids[2] as number,
    event: { type: 'contactReplied', at: now } as const,
    now,
  };
  await server.db.write(tx => recordEvent(tx, happened));
  server.pass(8 * 86_400_000);
  await purgeRemoved(server.world);
  await pruneEvents(server.world);
  return server;
}

/** Each message action over what a filter matches and over what is ticked, its undo, and what texters hold. */
async function useMessageActions(server: TestServer, session: Session, conversationId: number, texterId: number) {
  const caller = server.caller(session);
  const actions: AskedMessageAction[] = [
    { name: 'reassign', input: { texterIds: [session.userId] } },
    { name: 'tag', input: { name: 'Hot' } },
    { name: 'close', input: {} },
    { name: 'escalate', input: { reason: 'Ask' } },
    { name: 'unassign', input: {} },
  ];
  const filter = { texters: [session.userId] };
  for (const action of actions) {
    for (const ids of [null, [conversationId]]) {
      const target = { filter, ids, except: ids ? [] : [1_000] };
      const { count } = await caller.review.preview({ target, action });
      const { id } = await caller.review.run({ target, action, previewed: count, requestKey: randomUUID() });
      await runOperations(server);
      if (count > 0) await caller.operations.undo({ operationId: id, requestKey: randomUUID() });
      await runOperations(server);
    }
  }
  await caller.texters.list({ text: 'a', after: texterId, limit: 10 });
  await caller.texters.suspend({ texterId });
  await caller.texters.resume({ texterId });
  await caller.texters.teams();
  await caller.texting.change({ conversationId, change: { type: 'escalate', reason: 'Ask' } });
  await caller.review.resolve({ conversationId });
}

/** Automatic sending, the assistant's turns, automatic release and scheduled launches. */
async function useTimers(server: TestServer, session: Session, campaignId: number, conversationId: number) {
  const { organizationId } = session;
  const now = server.now();
  await server.db.write(async tx => {
    await tx.insert(phoneNumbers).values({ organizationId, phone: 15_550_000_001 });
    const values = { autoSend: 'running', autoReleaseMinutes: 600 } as const;
    await tx.update(campaigns).set(values).where(eq(campaigns.id, campaignId));
    await oweAnswer(tx, conversationId, now - 60_000);
    const draft = { organizationId, title: 'Soon', timeZone: 'UTC', createdAt: now, updatedAt: now };
    await tx.insert(campaigns).values({ ...draft, scheduledAt: now });
  });
  await server.caller(session).sending.status({ campaignId });
  for (const timer of [autoSend, takeTurns, purgeTyping, autoRelease, launchScheduled]) await timer(server.world);
}

test('every statement of a list, a count or an action goes through an index', async () => {
  const server = await useEverything();
  const client = createClient({ url: server.url });
  const scans: string[] = [];
  let explained = 0;
  for (const statement of server.statements) {
    if (!/^\s*(SELECT|UPDATE|DELETE|INSERT|WITH)/i.test(statement)) continue;
    const args = Array.from({ length: (statement.match(/\?/g) ?? []).length }, () => 1);
    const { rows } = await client.execute({ sql: `EXPLAIN QUERY PLAN ${statement}`, args });
    explained++;
    for (const { detail } of rows) {
      const step = detail as string;
      if (/^SCAN/.test(step) && !small.test(step) && !/where false$/.test(statement))
        scans.push(`${step} ← ${statement.replace(/\s+/g, ' ')}`);
    }
  }
  client.close();
  expect(explained).toBeGreaterThan(50);
  expect(scans).toEqual([]);
});
