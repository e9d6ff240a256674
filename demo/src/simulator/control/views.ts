import type { Network } from '../network.ts';
import { blockedKey } from '../outbound/blocked-key.ts';
import type { Phone, ThreadEntry } from '../phones/phone.ts';

/** A text as the control page shows it. */
export type EntryView = {
  sid: string;
  theirs: boolean;
  /** Our number in this text. */
  other: string;
  body: string;
  media: string[];
  at: number;
  status: string;
  errorCode: number | null;
  segments: number;
};

export type PhoneView = {
  number: string;
  name: string;
  personality: string;
  answers: boolean;
  texts: number;
  /** Whether the number that wrote last may not write again. */
  blocked: boolean;
  lastAt: number;
  thread: EntryView[];
};

/** A phone with the last `entries` texts on it. */
export function phoneView(network: Network, phone: Phone, entries: number): PhoneView {
  const { number, first, last, personality, answers, texts, thread } = phone;
  const latest = thread.at(-1);
  const ours = latest && otherOf(latest);
  return {
    number,
    name: `${first} ${last}`,
    personality,
    answers,
    texts,
    blocked: ours ? network.blocked.has(blockedKey(network, ours, number)) : false,
    lastAt: latest?.message.updatedAt ?? 0,
    thread: thread.slice(-entries).map(entryView),
  };
}

const otherOf = ({ message, theirs }: ThreadEntry) => (theirs ? message.to : (message.from as string));

function entryView(entry: ThreadEntry): EntryView {
  const { message, theirs } = entry;
  return {
    sid: message.sid,
    theirs,
    other: otherOf(entry),
    body: message.body,
    media: message.media.map(({ url }) => url),
    at: message.createdAt,
    status: message.status,
    errorCode: message.errorCode,
    segments: message.segments,
  };
}

/** All but the phones: small enough to be sent on every change. */
export type Summary = ReturnType<typeof summary>;

export function summary(network: Network) {
  const { account, settings, faults, counts, faultCounts, notes, messages, phones, timeline } = network;
  return {
    accountSid: account.sid,
    suspended: account.suspended,
    settings,
    faults,
    counts,
    faultCounts,
    notes: notes.slice(-20).reverse(),
    messages: { kept: messages.size, cap: messages.cap, forgotten: messages.forgotten },
    phoneCount: phones.size,
    planned: timeline.waiting(),
    numbers: [...account.senders.values()].map(({ phoneNumber, freeAt, sms }) => ({
      phoneNumber,
      sms,
      busyMs: Math.max(0, freeAt - timeline.now()),
    })),
  };
}
