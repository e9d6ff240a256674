import type { Message } from '../message.ts';
import type { Network } from '../network.ts';
import { nameOf } from './name-of.ts';
import { personalityOf, type Personality } from './personality.ts';

/** A text on a phone; `theirs` where the phone's owner wrote it. */
export type ThreadEntry = { message: Message; theirs: boolean };

/** Somebody's phone: who they are, how they answer, and the last texts on it. */
export type Phone = {
  number: string;
  first: string;
  last: string;
  personality: Personality;
  /** False where a person types on it instead. */
  answers: boolean;
  /** Texts that came in so far, also those no longer kept. */
  texts: number;
  thread: ThreadEntry[];
};

const keptEntries = 30;

/** The phone with this number, made when it is needed, as the one that something happened on last. */
export function phoneOf(network: Network, number: string): Phone {
  const phone = network.phones.get(number) ?? createPhone(network.seed, number);
  network.phones.put(number, phone);
  return phone;
}

/** A phone that nothing happened on yet. */
export function createPhone(seed: number, number: string): Phone {
  return {
    number,
    ...nameOf(number),
    personality: personalityOf(seed, number),
    answers: true,
    texts: 0,
    thread: [],
  };
}

export function keepInThread(phone: Phone, entry: ThreadEntry): void {
  phone.thread.push(entry);
  if (phone.thread.length > keptEntries) phone.thread.shift();
}
