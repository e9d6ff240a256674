import { segments } from '@campaign-kit/shared/segments';
import { newSid } from './sid.ts';

/** Where a message stands, in the words of the published resource. */
export type MessageStatus =
  | 'accepted'
  | 'scheduled'
  | 'canceled'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'receiving'
  | 'received';

export type Direction = 'inbound' | 'outbound-api' | 'outbound-reply';

export type Media = { sid: string; url: string; contentType: string };

/** One text, as the account keeps it. Times in milliseconds. */
export type Message = {
  sid: string;
  direction: Direction;
  /** Null until the service has picked a sender. */
  from: string | null;
  to: string;
  body: string;
  media: Media[];
  status: MessageStatus;
  errorCode: number | null;
  serviceSid: string | null;
  createdAt: number;
  updatedAt: number;
  sentAt: number | null;
  /** Segments once a sender is known; a service does not know its sender yet, and says 0. */
  segments: number;
  statusCallback: string | null;
  validitySeconds: number;
  /** The last callback of this message, so that the next one is not sent beside it. */
  told: Promise<unknown>;
};

/** What of a message has to be said; the rest follows. */
export type NewMessage = Pick<Message, 'direction' | 'from' | 'to' | 'body' | 'status'> &
  Partial<Pick<Message, 'serviceSid' | 'statusCallback' | 'validitySeconds'>> & { mediaUrls?: readonly string[] };

export const longestValiditySeconds = 36_000;

export function createMessage(given: NewMessage, now: number): Message {
  const media = (given.mediaUrls ?? []).map(url => ({ sid: newSid('ME'), url, contentType: contentTypeOf(url) }));
  return {
    sid: newSid(media.length > 0 ? 'MM' : 'SM'),
    direction: given.direction,
    from: given.from,
    to: given.to,
    body: given.body,
    media,
    status: given.status,
    errorCode: null,
    serviceSid: given.serviceSid ?? null,
    createdAt: now,
    updatedAt: now,
    sentAt: null,
    segments: given.from === null ? 0 : segmentsOf(given.body, media.length),
    statusCallback: given.statusCallback ?? null,
    validitySeconds: given.validitySeconds ?? longestValiditySeconds,
    told: Promise.resolve(),
  };
}

/** A picture message goes as one, however long its text is. */
export function segmentsOf(body: string, pictures: number): number {
  return pictures > 0 ? 1 : Math.max(1, segments(body).count);
}

const contentTypes: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  png: 'image/png',
  pdf: 'application/pdf',
};

function contentTypeOf(url: string): string {
  const ending = /\.(\w+)(?:[?#]|$)/.exec(new URL(url).pathname)?.[1]?.toLowerCase() ?? '';
  return contentTypes[ending] ?? 'image/jpeg';
}
