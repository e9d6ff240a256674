import type { Status } from '@campaign-kit/shared/conversation';
import type { ElementName, Role } from '@campaign-kit/shared/scopes';
import type { Mint, Minted } from '../session.ts';

/** So many conversations in one state. `texter` counts from 1; without it they are in the pool. */
export type ConversationsSeed = {
  n: number;
  status: Status;
  texter?: number;
  pass?: number;
  messagedMinutesAgo?: number;
  waitingMinutes?: number;
  replied?: boolean;
  optedOut?: boolean;
  escalated?: boolean;
  undeliverable?: boolean;
  newer?: boolean;
};

/** A campaign; launched, active and without a due date where nothing else is said. */
export type CampaignSeed = {
  title?: string;
  launched?: boolean;
  archived?: boolean;
  autoAssign?: boolean;
  dueInHours?: number;
  script?: string;
  conversations?: ConversationsSeed[];
};

export type WorldSeed = {
  campaigns?: CampaignSeed[];
  texters?: string[];
  teams?: string[];
  /** The origins that the organization allows; without it, this page's. */
  origins?: string[];
  userRequestsPerSecond?: number;
};

/** What goes wrong: the connection is cut, every answer is late, or calls whose path contains `path` fail with a status. */
export type Fault = { down?: boolean; slowMs?: number; status?: number; path?: string };

export type TestWorld = {
  readonly endpoint: string;
  /** In the order of the seed. */
  readonly campaignIds: number[];
  readonly texterIds: number[];
  /** Mints a token; `elements` narrows the session, `texter` is one of the texters, from 1. */
  session(who?: { role?: Role; texter?: number; elements?: ElementName[]; origin?: string }): Promise<Minted>;
  /** For `createCampaignKit({ fetchSession })`. */
  readonly fetchSession: Mint;
  /** From now on the host has nobody logged in. */
  logOut(): void;
  logIn(): void;
  addCampaign(seed: CampaignSeed): Promise<number>;
  /** The server's clock goes ahead. */
  advance(minutes: number): Promise<void>;
  /** Streams whose session is over end, as they do every ten seconds on a server. */
  recheckStreams(): Promise<void>;
  /** Until `fault({})`. */
  fault(fault: Fault): Promise<void>;
  /** Contacts of `n` messaged conversations of a campaign reply. */
  reply(campaignId: number, n: number): Promise<void>;
  /** Something else has changed `n` conversations since their last operation. */
  touch(campaignId: number, n: number): Promise<void>;
  /** Changes the campaign behind the element's back; `answered` is how many waiting replies a texter answers. */
  change(
    campaignId: number,
    to: { archived?: boolean; autoAssign?: boolean; dueInHours?: number | null; answered?: number },
  ): Promise<void>;
  /** Operations that are started stand still and show `done`, so that what runs can be looked at. */
  hold(on: boolean, done?: number): Promise<void>;
  /** Conversations of a campaign by what an assertion needs to know. */
  count(campaignId: number): Promise<{ status: Status; pass: number; held: boolean; count: number }[]>;
  /** What happens around a texter; see the fixture. */
  readonly texting: TextingWorld;
  /** How many may be asked for at once, and who decides about it. */
  settings(to: { maxPerRequest?: number; requestApproval?: 'automatic' | 'admin' }): Promise<void>;
  /** The server's timers go round once for automatic sending; with an `errorCode` the carrier refuses all. */
  sendRound(errorCode?: number): Promise<void>;
  /** One of the texters, from 1. */
  suspend(texter: number, on: boolean): Promise<void>;
};

type Delivered = { conversationId: number; to: 'sent' | 'delivered' | 'undelivered'; errorCode?: number };

export type TextingWorld = {
  /** The ids of a campaign's conversations, in the order of its seed. */
  conversations(campaignId: number): Promise<number[]>;
  conversation(conversationId: number): Promise<{
    status: Status;
    held: boolean;
    optedOut: boolean;
    escalated: boolean;
    needsAttention: boolean;
    assistant: boolean;
    reason: string | null;
    tags: number;
    texts: { text: string; inbound: boolean }[];
  }>;
  /** The person writes. */
  write(conversationId: number, text: string, media?: string[]): Promise<void>;
  /** The carrier says what became of our last message. */
  deliver(told: Delivered): Promise<void>;
  /** Staff take it from its texter. */
  take(conversationId: number): Promise<void>;
  change(campaignId: number, to: TextingChange): Promise<void>;
};

export type TextingChange = {
  paused?: boolean;
  /** Texting begins in two hours, and ends an hour later. */
  closed?: boolean;
  script?: string;
  cannedReplies?: { title: string; text: string }[];
  questions?: { text: string; options: { answer: string; reply: string }[]; after?: string }[];
};

const server = document.querySelector<HTMLMetaElement>('meta[name=test-server]')?.content ?? '';

/** A server of this test's own: its own database, organization, clock and faults. Gone with the page. */
export async function testWorld(seed: WorldSeed = {}): Promise<TestWorld> {
  type Made = { key: string; endpoint: string; campaignIds: number[]; texterIds: number[] };
  const made = await control<Made>('worlds', { origins: [location.origin], ...seed });
  const on = <T>(verb: string, input: unknown = {}) => control<T>(`worlds/${made.key}/${verb}`, input);
  let loggedIn = true;
  const session = (who: Parameters<TestWorld['session']>[0] = {}) =>
    on<Minted>('session', { origin: location.origin, ...who });
  return {
    ...made,
    session,
    fetchSession: async () => {
      if (!loggedIn) throw new Error('Nobody is logged in.');
      return session();
    },
    logOut: () => {
      loggedIn = false;
    },
    logIn: () => {
      loggedIn = true;
    },
    addCampaign: async campaign => (await on<{ id: number }>('campaigns', campaign)).id,
    advance: minutes => on('advance', { minutes }),
    recheckStreams: () => on('recheckStreams'),
    fault: fault => on('fault', fault),
    reply: (campaignId, n) => on('reply', { campaignId, n }),
    touch: (campaignId, n) => on('touch', { campaignId, n }),
    change: (campaignId, to) => on('change', { campaignId, to }),
    hold: (hold, done) => on('hold', { on: hold, done }),
    count: campaignId => on('count', { campaignId }),
    texting: {
      conversations: campaignId => on('conversations', { campaignId }),
      conversation: conversationId => on('conversation', { conversationId }),
      write: (conversationId, text, media) => on('write', { conversationId, text, media }),
      deliver: told => on('deliver', told),
      take: conversationId => on('take', { conversationId }),
      change: (campaignId, to) => on('texting', { campaignId, to }),
    },
    settings: to => on('settings', to),
    sendRound: errorCode => on('sendRound', { errorCode }),
    suspend: (texter, suspended) => on('suspend', { texter, on: suspended }),
  };
}

async function control<T>(path: string, input: unknown): Promise<T> {
  const response = await fetch(`${server}/control/${path}`, { method: 'POST', body: JSON.stringify(input) });
  const answer = (await response.json()) as T & { problem?: string };
  if (!response.ok) throw new Error(`The test server failed at ${path}: ${answer.problem}`);
  return answer;
}
