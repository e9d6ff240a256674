import type { SendStatus } from '@campaign-kit/shared/delivery';

/** One text for the provider. Phones are E.164 digits. */
export type Outgoing = {
  readonly to: number;
  readonly from: number;
  readonly messagingServiceSid: string | null;
  readonly text: string;
  readonly media: readonly string[];
  /** The provider gives up after so many seconds. */
  readonly validForSeconds: number;
  /** Which message and which try it is: they come back with every callback. */
  readonly messageId: number;
  readonly attempt: number;
};

/** `notSent`: it never reached the provider. `unknown`: it may have; only looking it up can tell. */
export type Sent =
  | { readonly outcome: 'accepted'; readonly sid: string }
  | { readonly outcome: 'refused'; readonly errorCode: number }
  | { readonly outcome: 'notSent' }
  | { readonly outcome: 'unknown' };

/** A message as the provider knows it. */
export type Known = { readonly sid: string; readonly sendStatus: Delivery; readonly errorCode: number | null };
export type Delivery = Extract<SendStatus, 'accepted' | 'sent' | 'delivered' | 'undelivered' | 'failed'>;

/** The port to the carriers. One implementation for the real provider; a local server speaks its protocol in tests. */
export type Sms = {
  /** Never throws: what happened is in the answer. */
  send(message: Outgoing): Promise<Sent>;
  /** Messages that went to this phone since then with this text, as the provider knows them. Throws when it cannot tell. */
  find(message: Pick<Outgoing, 'to' | 'from' | 'text'> & { readonly since: number }): Promise<Known[]>;
  /** What has become of a message that the provider took; null where it says nothing of it. Throws when it cannot tell. */
  statusOf(sid: string): Promise<Known | null>;
  /** Texts that came to this number of ours since then, oldest first, each as its webhook tells it. Throws when it cannot tell. */
  received(asked: { to: number; since: number }): Promise<Readonly<Record<string, string>>[]>;
  /** Whether the provider itself made this callback. `url`: as the provider was told it, with its query. */
  isGenuine(call: { signature: string; url: string; fields: Readonly<Record<string, string>> }): boolean;
};
