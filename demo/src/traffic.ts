import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { ConversationEvent } from '@campaign-kit/shared/conversation';
import { Refusal } from '@campaign-kit/shared/refusal';
import { campaignOf } from '@campaign-kit/server/campaigns/campaign';
import { conversationOf } from '@campaign-kit/server/conversations/conversation-of';
import { queueText } from '@campaign-kit/server/messages/queue-text';
import { recordEvent } from '@campaign-kit/server/conversations/record-event';
import { optOutPhone } from '@campaign-kit/server/opt-outs/opt-out-phone';
import { emit } from '@campaign-kit/server/realtime/emit';
import type { World } from '@campaign-kit/server/world';
import { englishReplies, type ReplyKind } from './seed/reply-texts.ts';
import { hash } from './seed/hash.ts';

/** Life in the demo: while it is on, contacts reply and texters send and answer. */
export type Traffic = { running: () => boolean; turn: (on: boolean) => void; stop: () => Promise<void> };

type Target = { id: number; campaignId: number; texterId: number | null; phone: number };

const pauseMs = 400;
const kinds: readonly ReplyKind[] = ['yes', 'yes', 'no', 'question', 'question', 'thanks', 'later', 'stop'];

/** `where` names what to write to at this moment: a reset puts another database in its place. */
export function createTraffic(where: () => { world: World; organizationId: number }): Traffic {
  let on = false;
  let loop: Promise<void> = Promise.resolve();
  let turns = 0;

  async function live() {
    for (; on; await sleep(pauseMs * (0.5 + hash(turns, 9)))) {
      turns++;
      const { world, organizationId } = where();
      await turn(world, organizationId, turns);
    }
  }

  return {
    running: () => on,
    turn: wanted => {
      if (on === wanted) return;
      on = wanted;
      if (on) loop = loop.then(live).catch(() => void (on = false));
    },
    stop: async () => {
      on = false;
      await loop;
    },
  };
}

/** One thing that happens: a first text goes out, a contact replies or opts out, or a texter answers. */
async function turn({ db, now, bus }: World, organizationId: number, number: number): Promise<void> {
  const chance = (salt: number) => hash(number, salt);
  const pick = <T>(from: readonly T[], salt: number): T => from[Math.floor(chance(salt) * from.length)] as T;
  const [deed, status] = pick(
    [
      ['send', 1],
      ['reply', 0],
      ['reply', 0],
      ['answer', 2],
    ] as const,
    1,
  );
  const target = await find(db, organizationId, status, chance(2));
  if (!target) return;
  const at = now();
  const kind = pick(kinds, 3);
  const texts = englishReplies[kind];
  await db.write(async tx => {
    const { id: conversationId, texterId: userId } = target;
    const comesIn = (event: ConversationEvent, text: string) =>
      recordEvent(tx, { organizationId, conversationId, event, message: { text }, now: at });
    const goesOut = async (kind: 'initial' | 'reply', text: string) =>
      queueText(tx, {
        campaign: await campaignOf(tx, organizationId, target.campaignId),
        conversation: await conversationOf(tx, organizationId, conversationId),
        ...{ kind, text, userId, now: at },
      }).catch(unlessRefused);
    if (deed === 'send') {
      await goesOut('initial', 'Hi, a short word from Northside Organizing. Stop2quit');
    } else if (deed === 'answer') {
      await goesOut('reply', pick(englishReplies.question.answered, 4));
    } else if (kind === 'stop') {
      await comesIn({ type: 'contactOptedOut', at }, pick(texts.said, 4));
      await optOutPhone(tx, { organizationId, phone: target.phone, reason: 'reply', now: at });
    } else {
      await comesIn({ type: 'contactReplied', at }, pick(texts.said, 4).replace('{firstName}', 'them'));
    }
    await emit(tx, organizationId, { type: 'conversationsChanged', campaignId: target.campaignId }, at);
  });
  bus.poke();
}

/** At night nobody is texted, in the demo neither. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}

/** Some conversation of an active campaign with this status, held by a texter: the first behind an id taken by chance. */
async function find(db: World['db'], organizationId: number, status: number, chance: number): Promise<Target | null> {
  const blocks = await db.read.all<{ firstId: number; size: number }>(sql`
    SELECT first_id AS firstId, next_id - first_id AS size FROM conversation_blocks JOIN campaigns AS c ON c.id = campaign_id
    WHERE organization_id = ${organizationId} AND launched_at IS NOT NULL AND archived_at IS NULL AND next_id > first_id`);
  let place = Math.floor(chance * blocks.reduce((sum, { size }) => sum + size, 0));
  const block = blocks.find(({ size }) => (place -= size) < 0);
  if (!block) return null;
  const end = block.firstId + block.size;
  const [target] = await db.read.all<Target>(sql`
    SELECT id, campaign_id AS campaignId, texter_id AS texterId, phone FROM conversations NOT INDEXED
    WHERE id >= ${end + place} AND id < ${end} AND status = ${status} AND texter_id IS NOT NULL
      AND opted_out = 0 AND escalated = 0
    LIMIT 1`);
  return target ?? null;
}
