import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { asc, eq, inArray } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { campaignActions, type AskedAction } from '@campaign-kit/shared/campaign-actions/registry';
import type { Verdict } from '@campaign-kit/shared/campaign-actions/action';
import { next, type Conversation, type ConversationEvent } from '@campaign-kit/shared/conversation';
import type { AskedMessageAction } from '@campaign-kit/shared/message-actions/registry';
import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import { conversations, conversationTags } from '../db/schema/conversations.ts';
import { addCampaign } from '../fixture/add-campaign.ts';
import { keptAndRecounted } from '../fixture/recount.ts';
import { runOperations } from '../fixture/run-operations.ts';
import { onSqld } from '../fixture/test-database.ts';
import { testServer, type TestServer } from '../fixture/test-server.ts';
import { recordEvent } from './record-event.ts';

/** What the model knows of a conversation: its state, the operation that an undo would give back, and the one that tagged it. */
type Known = { state: Conversation; operation: Done | null; taggedBy: number | null };
/** `under`: the mark that the row goes back to with the undo of this one. */
type Done = { id: number; before: Conversation; under: Done | null };
type Step =
  | { kind: 'event'; at: number; event: ConversationEvent['type'] }
  | { kind: 'action'; action: Exclude<AskedAction, { name: 'archive' | 'unarchive' }> }
  | { kind: 'review'; action: AskedMessageAction; filter: ReviewFilter; ticked: number[] | null }
  | { kind: 'undo'; back: number }
  | { kind: 'wait'; minutes: number };

const size = 8;
const events = [
  'initialAccepted',
  'contactReplied',
  'agentReplied',
  'contactOptedOut',
  'optedOut',
  'optedIn',
  'closed',
  'reopened',
  'escalated',
  'resolved',
  'foundUndeliverable',
] as const;

const asked = fc.oneof(
  fc.constant({ name: 'releaseUnsent', input: {} } as const),
  fc.constant({ name: 'deleteUnmessaged', input: {} } as const),
  fc.constant({ name: 'unmarkSecondPass', input: {} } as const),
  fc.constant<AskedAction>({ name: 'assignUnsent', input: { texterIds: [1] } }),
  fc.record({ idleMinutes: fc.constantFrom(1, 60) }).map(input => ({ name: 'releaseUnreplied', input }) as const),
  fc
    .record({ windowMinutes: fc.constantFrom(null, 30), excludeNewer: fc.boolean() })
    .map(input => ({ name: 'markSecondPass', input }) as const),
);

const reviewed = fc.record({
  kind: fc.constant('review' as const),
  action: fc.constantFrom<AskedMessageAction>(
    { name: 'reassign', input: { texterIds: [1] } },
    { name: 'unassign', input: {} },
    { name: 'close', input: {} },
    { name: 'escalate', input: { reason: 'Ask' } },
    { name: 'tag', input: { name: 'Hot' } },
  ),
  filter: fc.constantFrom<ReviewFilter>(
    {},
    { unassigned: true },
    { escalated: true },
    { statuses: ['needsMessage', 'convo'] },
  ),
  ticked: fc.option(fc.uniqueArray(fc.nat(size - 1), { minLength: 1 })),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('event' as const),
      at: fc.nat(size - 1),
      event: fc.constantFrom(...events),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('action' as const), action: asked }) as fc.Arbitrary<Step> },
  { weight: 3, arbitrary: reviewed },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), back: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(5, 30) }) },
);

/** The event of the model that the verb of an action is. */
function eventOf(action: AskedAction): ConversationEvent {
  switch (action.name) {
    case 'markSecondPass':
      return { type: 'markedForSecondPass' };
    case 'unmarkSecondPass':
      return { type: 'unmarked' };
    case 'deleteUnmessaged':
      return { type: 'removed' };
    case 'assignUnsent':
      return { type: 'assigned', texterId: action.input.texterIds[0] as number };
    default:
      return { type: 'released' };
  }
}

const matches = ({ status, texterId, escalated }: Conversation, filter: ReviewFilter) =>
  status !== 'removed' &&
  (!filter.unassigned || texterId === null) &&
  (!filter.escalated || escalated) &&
  (!filter.statuses || filter.statuses.includes(status));

/** What a message action makes of a conversation that it is asked for; null where it leaves it out. */
function afterMessageAction(
  { state, taggedBy }: Known,
  { name }: AskedMessageAction,
  texterId: number,
): Conversation | null {
  if (name === 'tag') return taggedBy === null ? state : null;
  const event = { reassign: 'assigned', unassign: 'released', close: 'closed', escalate: 'escalated' } as const;
  return next(state, { type: event[name], texterId });
}

async function play(server: TestServer, steps: readonly Step[]) {
  const session = await server.session();
  const { organizationId, userId } = session;
  const given = Array.from({ length: size }, (_, at) => ({ texterId: at % 2 ? userId : null, newer: at % 3 === 0 }));
  const { campaignId, ids } = await addCampaign(server, { organizationId, conversations: given });
  const caller = server.caller(session);
  const rows = () =>
    server.db.read
      .select()
      .from(conversations)
      .where(eq(conversations.campaignId, campaignId))
      .orderBy(asc(conversations.id));
  const model: Known[] = (await rows()).map(row => ({ state: stateOf(row), operation: null, taggedBy: null }));
  const ran: number[] = [];
  const marks = new Set<number>();

  for (const one of steps) {
    if (one.kind === 'wait') server.pass(one.minutes * 60_000);
    if (one.kind === 'event') {
      const event = { type: one.event, at: server.now() } as ConversationEvent;
      const known = model[one.at] as Known;
      const after = next(known.state, event);
      if (after) model[one.at] = { ...known, state: after, operation: null };
      const happened = { organizationId, conversationId: ids[one.at] as number, event, now: server.now() };
      expect((await server.db.write(tx => recordEvent(tx, happened))) !== null).toBe(after !== null);
    }
    if (one.kind === 'action') {
      const action =
        one.action.name === 'assignUnsent' ? { name: one.action.name, input: { texterIds: [userId] } } : one.action;
      const verdict = campaignActions[action.name].verdict as (c: Conversation, input: unknown, now: number) => Verdict;
      const verdicts = model.map(known => verdict(known.state, action.input, server.now()));
      const count = verdicts.filter(found => found === 'selected').length;
      const preview = await caller.campaigns.previewAction({ campaignId, action });
      expect(preview.count).toBe(count);
      for (const { reason, count: left } of preview.leftOut) {
        expect([reason, left]).toEqual([reason, verdicts.filter(found => found === reason).length]);
      }
      const operation = await caller.campaigns.runAction({
        campaignId,
        action,
        previewed: count,
        typed: count,
        requestKey: randomUUID(),
      });
      await runOperations(server);
      ran.push(operation.id);
      if (action.name === 'markSecondPass') marks.add(operation.id);
      verdicts.forEach((found, at) => {
        if (found !== 'selected') return;
        changed(at, operation.id, next((model[at] as Known).state, eventOf(action)) as Conversation);
      });
    }
    if (one.kind === 'review') {
      const action: AskedMessageAction =
        one.action.name === 'reassign' ? { name: 'reassign', input: { texterIds: [userId] } } : one.action;
      const target = { filter: one.filter, ids: one.ticked && one.ticked.map(at => ids[at] as number), except: [] };
      const afters = model.map((known, at) =>
        (one.ticked && !one.ticked.includes(at)) || !matches(known.state, one.filter)
          ? null
          : afterMessageAction(known, action, userId),
      );
      const { count, total } = await caller.review.preview({ target, action });
      expect(count).toBe(afters.filter(after => after !== null).length);
      if (one.ticked) expect(total).toBe(one.ticked.length);
      const operation = await caller.review.run({ target, action, previewed: count, requestKey: randomUUID() });
      await runOperations(server);
      ran.push(operation.id);
      afters.forEach((after, at) => {
        if (after && action.name === 'tag') model[at] = { ...(model[at] as Known), taggedBy: operation.id };
        else if (after) changed(at, operation.id, after);
      });
    }
    if (one.kind === 'undo') {
      const operationId = ran.splice(-1 - one.back, 1)[0];
      if (operationId === undefined) continue;
      const given = model.filter(known => known.operation?.id === operationId || known.taggedBy === operationId).length;
      const { count, kept } = await caller.operations.previewUndo({ operationId });
      expect(count).toBe(given);
      const undo = caller.operations.undo({ operationId, requestKey: randomUUID() });
      const refused = await undo.then(
        () => null,
        (error: Error) => error.message,
      );
      // A mark of nobody gives its pass back, if no other has begun since; anything else has nothing to give.
      if (refused !== null) expect([refused, given]).toEqual([expect.stringContaining('nothing to give back'), 0]);
      else expect(given > 0 || (marks.has(operationId) && kept === 0)).toBe(true);
      if (refused !== null) continue;
      await runOperations(server);
      marks.delete(operationId);
      model.forEach((known, at) => {
        if (known.taggedBy === operationId) model[at] = { ...known, taggedBy: null };
        if (known.operation?.id !== operationId) return;
        const { before, under } = known.operation;
        model[at] = { ...known, state: before, operation: under && marks.has(under.id) ? under : null };
      });
    }
    expect((await rows()).map(stateOf)).toEqual(model.map(known => known.state));
    const { kept, recounted } = await keptAndRecounted(server.db.read, campaignId);
    expect(kept).toEqual(recounted);
    const put = await server.db.read
      .select()
      .from(conversationTags)
      .where(inArray(conversationTags.conversationId, ids));
    expect(new Map(put.map(({ conversationId, operationId }) => [conversationId, operationId]))).toEqual(
      new Map(model.flatMap(({ taggedBy }, at) => (taggedBy === null ? [] : [[ids[at] as number, taggedBy]]))),
    );
  }
  function changed(at: number, id: number, after: Conversation) {
    const known = model[at] as Known;
    const { state: before, operation: last } = known;
    const under = last && marks.has(last.id) ? { ...last, under: null } : null;
    model[at] = { ...known, state: after, operation: { id, before, under } };
  }
}

function stateOf(row: Conversation): Conversation {
  const { status, pass, texterId, waitingSince, lastMessagedAt, replied, optedOut, escalated, undeliverable, newer } =
    row;
  return { status, pass, texterId, waitingSince, lastMessagedAt, replied, optedOut, escalated, undeliverable, newer };
}

test('whatever happens, in whatever order, the tables say what the model says', { timeout: 120_000 }, async () => {
  const server = await testServer();
  const plays = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 18 }), steps => play(server, steps));
  await fc.assert(plays, { numRuns: onSqld ? 8 : 60, endOnFailure: false });
});
