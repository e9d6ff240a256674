import {
  addSender,
  addService,
  senderOf,
  type NewSender,
  type NewService,
  type Sender,
  type Service,
} from '../account.ts';
import { noFaults, type Faults } from '../faults.ts';
import type { NewInbound, Receive } from '../inbound/receive.ts';
import type { Message } from '../message.ts';
import type { CountName, Network, Note } from '../network.ts';
import { blockedKey } from '../outbound/blocked-key.ts';
import { createPhone, phoneOf } from '../phones/phone.ts';
import type { Personality } from '../phones/personality.ts';
import type { Settings } from '../settings.ts';
import { phoneView, type PhoneView } from './views.ts';

/** What tests and the demo do to the simulator from outside of Twilio's API. */
export type Control = {
  settings: () => Readonly<Settings>;
  setSettings: (changed: Partial<Settings>) => void;
  faults: () => Readonly<Faults>;
  /** Sets how often the named faults happen, 0 to 1; the others stay as they are. */
  setFaults: (changed: Partial<Faults>) => void;
  /** Gives the account a number. */
  addNumber: (given: NewSender) => Sender;
  /** Gives the account a service with these numbers, which the account has already. */
  addService: (given: NewService & { numbers: readonly string[] }) => Service;
  suspend: (suspended: boolean) => void;
  /** Somebody texts one of our numbers. Throws where the account does not have it. */
  text: (inbound: NewInbound) => { message: Message; handed: Promise<void> };
  setPhone: (number: string, changed: { answers?: boolean; personality?: Personality }) => void;
  phone: (number: string) => PhoneView;
  /** The phones that something happened on last, newest first; by number or name where searched for. */
  phones: (asked?: { search?: string; limit?: number; entries?: number }) => PhoneView[];
  /** All messages that are kept, newest first, as they are now. */
  messages: () => readonly Message[];
  counts: () => Readonly<Record<CountName, number>>;
  /** What Twilio would put up with in silence: parameters that it does not have, values that it cannot read. */
  warnings: () => readonly Note[];
  notes: () => readonly Note[];
  /** Whether this phone wrote STOP to the number, or to the service that it is in. */
  isBlocked: (ourNumber: string, phone: string) => boolean;
  /** Forgets messages, phones, blocks, notes and counts; numbers, services and settings stay, faults are off. */
  reset: () => void;
};

const entriesOfOne = 30;

export function createControl(network: Network, receive: Receive): Control {
  const { account, timeline } = network;

  function text(inbound: NewInbound) {
    const received = receive(inbound);
    if (!received) throw new Error(`The account has no number ${inbound.to}.`);
    return received;
  }

  function setPhone(number: string, { answers, personality }: { answers?: boolean; personality?: Personality }) {
    const phone = phoneOf(network, number);
    phone.answers = answers ?? phone.answers;
    phone.personality = personality ?? phone.personality;
    network.changed(phone);
  }

  function phones({ search = '', limit = 50, entries = 3 } = {}) {
    const words = search.trim().toLowerCase();
    const found: PhoneView[] = [];
    for (const phone of network.phones.newestFirst()) {
      if (found.length >= limit) break;
      const known = `${phone.number} ${phone.first} ${phone.last}`.toLowerCase();
      if (known.includes(words)) found.push(phoneView(network, phone, entries));
    }
    return found;
  }

  function reset() {
    const { messages, phones, blocked, sticky, counts, faultCounts, notes, pairs, day } = network;
    for (const kept of [messages, phones, sticky, blocked, pairs.counts]) kept.clear();
    for (const numbers of [counts, faultCounts] as Record<string, number>[]) {
      for (const name of Object.keys(numbers)) numbers[name] = 0;
    }
    notes.length = 0;
    day.count = 0;
    for (const sender of account.senders.values()) sender.freeAt = 0;
    Object.assign(network.faults, noFaults());
    timeline.clear();
    network.changed();
  }

  return {
    settings: () => network.settings,
    setSettings: changed => {
      Object.assign(network.settings, changed);
      network.changed();
    },
    faults: () => network.faults,
    setFaults: changed => {
      Object.assign(network.faults, changed);
      network.changed();
    },
    addNumber: given => {
      const sender = addSender(account, given, timeline.now());
      network.changed();
      return sender;
    },
    addService: ({ numbers, ...given }) => {
      const service = addService(account, given, timeline.now());
      for (const number of numbers) {
        const sender = senderOf(account, number);
        if (!sender) throw new Error(`The account has no number ${number}.`);
        service.pool.set(sender.sid, timeline.now());
      }
      network.changed();
      return service;
    },
    suspend: suspended => {
      account.suspended = suspended;
      network.changed();
    },
    text,
    setPhone,
    phone: number => phoneView(network, network.phones.get(number) ?? createPhone(network.seed, number), entriesOfOne),
    phones,
    messages: () => network.messages.newestFirst(),
    counts: () => network.counts,
    warnings: () => network.notes.filter(({ level }) => level === 'warning'),
    notes: () => network.notes,
    isBlocked: (ourNumber, phone) => network.blocked.has(blockedKey(network, ourNumber, phone)),
    reset,
  };
}
