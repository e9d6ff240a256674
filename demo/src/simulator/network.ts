import type { Account } from './account.ts';
import type { Chance } from './chance.ts';
import type { FaultName, Faults } from './faults.ts';
import type { Message } from './message.ts';
import type { Phone } from './phones/phone.ts';
import type { Ring } from './ring.ts';
import type { Settings } from './settings.ts';
import type { Timeline } from './timeline.ts';

/** What the account's log would say: a request that Twilio puts up with but does not obey, a webhook that failed. */
export type Note = { at: number; level: 'warning' | 'error'; code: number; words: string };

export const countNames = [
  'requests',
  'accepted',
  'refused',
  'segments',
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'canceled',
  'inbound',
  'inboundFailed',
  'callbacks',
  'callbacksFailed',
  'webhookRetries',
] as const;

export type CountName = (typeof countNames)[number];

/** Everything that the simulator knows. Each part of it changes this, and says so by `changed`. */
export type Network = {
  account: Account;
  settings: Settings;
  faults: Faults;
  chance: Chance;
  timeline: Timeline;
  messages: Ring<Message>;
  phones: Ring<Phone>;
  /** Who must not be texted: by the number or service that they wrote STOP to, and their own number. */
  blocked: Set<string>;
  /** The number that somebody is texted from by a service, by service and phone. */
  sticky: Ring<string>;
  counts: Record<CountName, number>;
  faultCounts: Record<FaultName, number>;
  notes: Note[];
  /** How often each number wrote to each other one in this minute, and when the minute began. */
  pairs: { since: number; counts: Map<string, number> };
  /** Messages of this day. */
  day: { since: number; count: number };
  seed: number;
  /** Where this simulator is reached, for the URLs of media in webhooks. */
  baseUrl: () => string;
  /** Called after any change; the phone where one is concerned. */
  changed: (phone?: Phone) => void;
};

const keptNotes = 500;

export function note(network: Network, level: Note['level'], code: number, words: string): void {
  network.notes.push({ at: network.timeline.now(), level, code, words });
  if (network.notes.length > keptNotes) network.notes.shift();
  network.changed();
}

/** Whether the fault strikes now. It is counted when it does. */
export function strikes(network: Network, fault: FaultName): boolean {
  const struck = network.chance.happens(network.faults[fault]);
  if (struck) network.faultCounts[fault]++;
  return struck;
}
