import type { Conversation } from '@campaign-kit/shared/conversation';
import type { SendStatus } from '@campaign-kit/shared/delivery';
import type { CampaignPlan } from './campaign-plans.ts';
import { hash } from './hash.ts';
import { personAt, type Person } from './person-at.ts';
import type { ReplyKind } from './reply-texts.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** One message of the thread; `texter` is an index into the texters, null for the contact. */
export type ThreadMessage = {
  texter: number | null;
  initialOfPass: number | null;
  /** Null: the script of the pass. */
  said: string | null;
  sendStatus: SendStatus | null;
  errorCode: number | null;
  at: number;
};

/** A conversation as far as its campaign has come, with its thread. `texter` is an index, null for the pool. */
export type SeededConversation = {
  person: Person;
  state: Omit<Conversation, 'texterId' | 'newer'>;
  texter: number | null;
  lastAt: number;
  thread: ThreadMessage[];
  optedOutAt: number | null;
  /** Marked for the next pass, and nothing sent since. */
  onlyMarked: boolean;
};

/** What the conversation has to know of its surroundings. */
export type Surroundings = {
  plan: CampaignPlan;
  campaign: number;
  now: number;
  texters: number;
  /** Whether this person wrote STOP in an earlier campaign, and so was never texted again. */
  optedOutBefore: boolean;
  /** Whether they are on a campaign that came later. */
  newer: boolean;
};

/** Neighbours are dealt out together. */
const blockSize = 200;

const kinds: readonly [number, ReplyKind][] = [
  [0.34, 'yes'],
  [0.53, 'no'],
  [0.72, 'question'],
  [0.81, 'thanks'],
  [0.91, 'later'],
  [0.985, 'wrongNumber'],
  [1, 'upset'],
];

/** Conversation number `at` of a campaign: the same every time for the same `now`. */
export function conversationAt(at: number, around: Surroundings): SeededConversation {
  const { plan, campaign, now } = around;
  const person = personAt(plan.people.from + at);
  const block = Math.floor(at / blockSize);
  const chance = (salt: number) => hash(campaign, at, salt);
  const blockChance = (salt: number) => hash(campaign, block, salt);
  const holder = Math.floor(blockChance(11) * around.texters);
  const c: SeededConversation = {
    person,
    state: {
      status: 'needsMessage',
      pass: 1,
      waitingSince: null,
      lastMessagedAt: null,
      replied: false,
      optedOut: around.optedOutBefore,
      escalated: false,
      undeliverable: false,
    },
    texter: blockChance(12) < plan.inPool ? null : holder,
    lastAt: now - plan.createdDaysAgo * day,
    thread: [],
    optedOutAt: null,
    onlyMarked: false,
  };
  if (plan.launchedDaysAgo === null || around.optedOutBefore || !isSent(plan.sent, blockChance(13), at)) return c;

  const pauseDays = Math.floor(blockChance(14) * plan.sendingDays);
  const sentAt = workday(now, plan.launchedDaysAgo - pauseDays, blockChance(15), at);
  c.texter ??= holder;
  initial(c, chance(16), sentAt);
  const { secondPass } = plan;
  if (person.optsOut && !c.state.undeliverable) return optOut(c, plan, sentAt, chance);
  if (!c.state.undeliverable && chance(17) < plan.replied) return reply(c, around, sentAt, chance);
  if (!secondPass || around.newer || c.state.undeliverable) return c;

  c.state = { ...c.state, status: 'needsMessage', pass: 2 };
  c.onlyMarked = !isSent(secondPass.sent, blockChance(18), at);
  if (c.onlyMarked) {
    if (blockChance(19) < plan.inPool * 2) c.texter = null;
    return c;
  }
  const bumpedAt = workday(now, Math.min(secondPass.markedDaysAgo - 1, 1), blockChance(20), at);
  initial(c, 0.5, bumpedAt);
  return chance(21) < secondPass.replied ? reply(c, around, bumpedAt, salt => chance(salt + 100)) : c;
}

/** Blocks are sent one after the other, and a few are half done. */
function isSent(share: number, blockChance: number, at: number): boolean {
  if (share === 0 || share === 1) return share === 1;
  const edge = 0.04;
  if (blockChance < share - edge) return true;
  return blockChance < share + edge && (at % blockSize) / blockSize < (share + edge - blockChance) / (2 * edge);
}

/** Between the late morning and the evening of a day that is over, one text every eight seconds. */
function workday(now: number, daysAgo: number, start: number, at: number): number {
  const midnight = now - (now % day) - Math.max(daysAgo, 1) * day;
  return Math.floor(midnight + 15 * hour + start * 7 * hour + (at % blockSize) * 8_000);
}

function initial(c: SeededConversation, chance: number, at: number): void {
  const bad = chance < 0.013;
  const sendStatus = bad ? 'undelivered' : chance < 0.03 ? 'sent' : 'delivered';
  const errorCode = bad ? (chance < 0.009 ? 30005 : 30006) : null;
  c.thread.push({ texter: c.texter, initialOfPass: c.state.pass, said: null, sendStatus, errorCode, at });
  c.state = { ...c.state, status: 'messaged', lastMessagedAt: at, undeliverable: bad };
  c.lastAt = at;
}

function optOut(c: SeededConversation, plan: CampaignPlan, after: number, chance: (salt: number) => number) {
  const at = Math.floor(after + minute + chance(30) * 90 * minute);
  said(c, pick(plan.replies.stop.said, chance(31)), at);
  c.optedOutAt = at;
  c.state = { ...c.state, status: 'closed', replied: true, optedOut: true, waitingSince: null };
  return c;
}

function reply(c: SeededConversation, around: Surroundings, after: number, chance: (salt: number) => number) {
  const { plan, now } = around;
  const kind = (kinds.find(([upTo]) => chance(32) < upTo) as [number, ReplyKind])[1];
  const texts = plan.replies[kind];
  const isAnswered = kind !== 'upset' && chance(33) < plan.answered;
  const soon = after + (1 + chance(35) ** 4 * 600) * minute;
  const lately = now - (3 + chance(34) ** 3 * 3 * 24 * 60) * minute;
  const at = Math.floor(Math.min(isAnswered ? soon : Math.max(soon, lately), now - 3 * minute));
  said(c, pick(texts.said, chance(36)), at);
  c.state = { ...c.state, status: 'needsResponse', replied: true, waitingSince: at };
  if (kind === 'upset') {
    c.state = { ...c.state, escalated: true };
    c.texter = null;
    return c;
  }
  if (!isAnswered) return c;
  const answeredAt = Math.floor(Math.min(at + (1 + chance(37) * 80) * minute, now - 2 * minute));
  answer(c, pick(texts.answered, chance(38)), answeredAt);
  if (chance(39) < 0.3) {
    const again = Math.floor(Math.min(answeredAt + (2 + chance(40) * 60) * minute, now - minute));
    said(c, pick(plan.replies.thanks.said, chance(41)), again);
    c.state = { ...c.state, status: 'closed', waitingSince: again };
  } else if (kind !== 'question' && chance(42) < 0.45) c.state = { ...c.state, status: 'closed' };
  return c;
}

function said(c: SeededConversation, text: string, at: number): void {
  c.thread.push({
    texter: null,
    initialOfPass: null,
    said: text.replaceAll('{firstName}', c.person.firstName),
    sendStatus: null,
    errorCode: null,
    at,
  });
  c.lastAt = at;
}

function answer(c: SeededConversation, text: string, at: number): void {
  const message = { texter: c.texter, initialOfPass: null, said: text, sendStatus: 'delivered', errorCode: null };
  c.thread.push({ ...message, sendStatus: 'delivered', at });
  c.state = { ...c.state, status: 'convo', waitingSince: null, lastMessagedAt: at };
  c.lastAt = at;
}

const pick = (from: readonly string[], at: number): string => from[Math.floor(at * from.length)] as string;
