import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SendStatus } from '@campaign-kit/shared/delivery';
import { campaignOf } from '../campaigns/campaign.ts';
import { conversationOf } from '../conversations/conversation-of.ts';
import { campaigns } from '../db/schema/campaigns.ts';
import { messages } from '../db/schema/conversations.ts';
import { phoneNumbers } from '../db/schema/organizations.ts';
import { addCampaign } from '../fixture/add-campaign.ts';
import { keptAndRecounted } from '../fixture/recount.ts';
import { wrongMessageCounts } from '../fixture/recount-messages.ts';
import { carrier, type Fate } from '../fixture/carrier.ts';
import { onSqld } from '../fixture/test-database.ts';
import { testServer } from '../fixture/test-server.ts';
import { countKeeper } from '../conversations/count-keeper.ts';
import { receiveStatuses } from '../inbound/receive-statuses.ts';
import { optOutPhone } from '../opt-outs/opt-out-phone.ts';
import { claimMessages } from './claim-messages.ts';
import { lookUpMessages } from './look-up-messages.ts';
import { lookUpUnheard } from './look-up-unheard.ts';
import { queueText } from './queue-text.ts';
import { releaseWaiting } from './release-waiting.ts';
import { settleMessages } from './settle-messages.ts';

/** What can happen to the texts of three people, in any order. */
type Step =
  | { kind: 'queue' | 'optOut'; person: number }
  | { kind: 'send'; fate: Fate }
  | { kind: 'progress'; text: number; fails: number | null }
  | { kind: 'callbacks'; which: number[] }
  | { kind: 'lookUp' | 'release' | 'unheard' }
  | { kind: 'wait'; seconds: number };

const people = 3;
const bodies = ['Hi Ann', 'Hi Ben', 'Hi Cem'];
/** Try again, bad for good, opted out at the provider, stop this one. */
const codes = [30017, 30005, 21610, 30003];
const hidden = fc.nat(30);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('queue' as const), person: fc.nat(people - 1) }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      fate: fc.oneof(
        fc.constantFrom<Fate>('accepted', 'lostAnswer', 'crashAfter', 'lostCall', 'crashBefore', 'notSent', 'tooFast'),
        fc.constantFrom(...codes.slice(1)),
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('progress' as const),
      text: hidden,
      fails: fc.option(fc.constantFrom(...codes)),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('callbacks' as const),
      which: fc.array(hidden, { minLength: 1, maxLength: 5 }),
    }),
  },
  fc.constantFrom<Step>({ kind: 'lookUp' }, { kind: 'release' }, { kind: 'unheard' }),
  fc.record({ kind: fc.constant('wait' as const), seconds: fc.constantFrom(1, 25, 61, 600, 1_000) }),
  fc.record({ kind: fc.constant('optOut' as const), person: fc.nat(people - 1) }),
);

/** Lives that went wrong once: told late about a try that failed; a failed try found instead of the one under way. */
const failing: Step[] = [
  { kind: 'queue', person: 0 },
  { kind: 'send', fate: 'accepted' },
  { kind: 'progress', text: 0, fails: null },
  { kind: 'progress', text: 0, fails: 30017 },
];
const found: Step[][] = [
  // Opted out while the provider had it: its failure may pass, but it is not tried again.
  [
    { kind: 'queue', person: 2 },
    { kind: 'send', fate: 'accepted' },
    { kind: 'optOut', person: 2 },
    { kind: 'progress', text: 0, fails: null },
    { kind: 'progress', text: 0, fails: 30017 },
  ],
  [...failing, { kind: 'callbacks', which: [2] }, { kind: 'callbacks', which: [1] }],
  [
    ...failing,
    { kind: 'callbacks', which: [2] },
    { kind: 'wait', seconds: 61 },
    { kind: 'release' },
    { kind: 'send', fate: 'lostAnswer' },
    { kind: 'wait', seconds: 25 },
    { kind: 'lookUp' },
    { kind: 'wait', seconds: 600 },
    { kind: 'release' },
    { kind: 'send', fate: 'accepted' },
  ],
];

const ended: (SendStatus | null)[] = ['delivered', 'undelivered', 'failed'];
/** With the name of a try: it failed, and the next one waits. */
const betweenTries = new Set<SendStatus>(['waiting', 'held', 'queued']);
const rank: Partial<Record<SendStatus, number>> = { accepted: 1, sent: 2, delivered: 3, undelivered: 3, failed: 3 };

async function texting() {
  const provider = carrier();
  const server = await testServer({ sms: provider.sms });
  const { id: organizationId } = await server.organization();
  await server.db.write(tx =>
    tx.insert(phoneNumbers).values({ organizationId, phone: 15_550_000_001, sendEveryMs: 1 }),
  );
  const { campaignId, ids } = await addCampaign(server, { organizationId, conversations: Array(people).fill({}) });
  const heard = new Set<number>();
  const rows = () => server.db.read.select().from(messages).orderBy(messages.id);

  const does: { [K in Step['kind']]: (step: Extract<Step, { kind: K }>) => Promise<unknown> } = {
    queue: ({ person }) =>
      server.db
        .write(async tx =>
          queueText(tx, {
            campaign: await campaignOf(tx, organizationId, campaignId),
            conversation: await conversationOf(tx, organizationId, ids[person]!),
            kind: 'initial',
            text: bodies[person]!,
            userId: null,
            now: server.now(),
          }),
        )
        .catch((error: { name: string }) => expect(error.name).toBe('Refusal')),
    optOut: async ({ person }) => {
      const { phone } = await conversationOf(server.db.read, organizationId, ids[person]!);
      await server.db.write(tx => optOutPhone(tx, { organizationId, phone, reason: 'manual', now: server.now() }));
    },
    send: async ({ fate }) => {
      const [claimed] = await claimMessages(server.world, 1);
      if (!claimed) return;
      const sent = provider.take(claimed, fate);
      const { messageId, attempt } = claimed;
      if (sent) await settleMessages(server.world, [{ messageId, attempt, sent }]);
    },
    progress: async ({ text, fails }) => provider.progress(text, fails),
    callbacks: async ({ which }) => {
      const at = which.map(one => one % Math.max(1, provider.told.length));
      const told = at.flatMap(one => (provider.told[one] ? [provider.told[one]] : []));
      for (const one of at) heard.add(one);
      await server.db.write(async tx => {
        const keeper = countKeeper();
        await receiveStatuses(tx, told, keeper, server.now());
        await keeper.settle(tx);
      });
    },
    lookUp: () => lookUpMessages(server.world),
    unheard: () => lookUpUnheard(server.world),
    release: () => releaseWaiting(server.world),
    wait: async ({ seconds }) => server.pass(seconds * 1_000),
  };
  const run = (one: Step) => (does[one.kind] as (given: Step) => Promise<unknown>)(one);
  return { server, provider, heard, campaignId, rows, run };
}

type Texting = Awaited<ReturnType<typeof texting>>;

/** The provider answers properly from now on, and all that was not told yet is told, until nothing is open any more. */
async function comeToAnEnd({ server, provider, heard, rows, run }: Texting): Promise<void> {
  for (let round = 0; round < 60; round++) {
    await server.db.write(tx => tx.update(campaigns).set({ sendingPausedAt: null }));
    await run({ kind: 'release' });
    for (let one = 0; one < people; one++) await run({ kind: 'send', fate: 'accepted' });
    const unheard = [...provider.told.keys()].filter(which => !heard.has(which));
    await run({ kind: 'callbacks', which: unheard });
    await run({ kind: 'lookUp' });
    const open = (await rows()).filter(({ sendStatus }) =>
      ['queued', 'waiting', 'held', 'sending'].includes(sendStatus!),
    );
    if (open.length === 0) return;
    server.pass(61_000);
  }
  expect.fail('something is still open');
}

test(
  'whatever order answers, callbacks, look-ups, crashes and tries come in: one text a pass, never backwards, counted right',
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async steps => {
        const life = await texting();
        const { server, provider, campaignId, rows, run } = life;
        let before = await rows();
        const neverBackwards = async () => {
          const now = await rows();
          for (const was of before) {
            const is = now.find(({ id }) => id === was.id)!;
            if (was.serviceSid !== is.serviceSid || is.attempts !== was.attempts) continue;
            const failed = was.serviceSid !== null && betweenTries.has(was.sendStatus!);
            if (failed) expect(rank[is.sendStatus!]).toBeUndefined();
            else if (is.sendStatus === 'cancelled') expect(ended).not.toContain(was.sendStatus);
            else if (is.sendStatus === 'waiting')
              expect(['accepted', 'sent', 'waiting', 'sending', 'queued']).toContain(was.sendStatus);
            else expect(rank[is.sendStatus!] ?? 0).toBeGreaterThanOrEqual(rank[was.sendStatus!] ?? 0);
          }
          before = now;
        };
        for (const one of [...steps, null]) {
          if (one) await run(one);
          else await comeToAnEnd(life);
          await neverBackwards();
          expect(await wrongMessageCounts(server.db.read)).toEqual([]);
          for (const body of bodies) expect(provider.alive(body).length).toBeLessThanOrEqual(1);
        }
        const { kept, recounted } = await keptAndRecounted(server.db.read, campaignId);
        expect(kept).toEqual(recounted);
        for (const { text, sendStatus, serviceSid } of await rows()) {
          const [alive] = provider.alive(text);
          if (alive) expect({ sendStatus, serviceSid }).toEqual({ sendStatus: alive.status, serviceSid: alive.sid });
          else expect(['failed', 'undelivered', 'cancelled']).toContain(sendStatus);
        }
        const double = sql`SELECT 1 FROM messages GROUP BY conversation_id, initial_of_pass HAVING count(*) > 1`;
        expect(await server.db.read.all(double)).toEqual([]);
        await server.close();
      }),
      { numRuns: onSqld ? 8 : 60, examples: found.map(steps => [steps]) },
    );
  },
);
