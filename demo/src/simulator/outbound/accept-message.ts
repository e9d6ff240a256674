import { senderOf, type Sender, type Service } from '../account.ts';
import { createMessage, longestValiditySeconds, type Message } from '../message.ts';
import type { Network } from '../network.ts';
import { TwilioError } from '../twilio-error.ts';
import { blockedKey } from './blocked-key.ts';
import { countAgainstLimits } from './limits.ts';
import { toE164 } from './phone-number.ts';
import { queueIsFull } from './queue.ts';

const [longestBody, mostMedia] = [1_600, 10];
const [soonestMs, latestMs] = [15 * 60_000, 35 * 86_400_000];

/** A message that was asked for, as it is kept, and when it is to go out if not now. */
export type Accepted = { message: Message; sendAt: number | null };

/** Checks what a request asks for in the order of the API, and refuses with its codes. Nothing is sent here. */
export function acceptMessage(network: Network, given: URLSearchParams): Accepted {
  const to = recipient(given);
  const { sender, service } = senderAsked(network, given);
  if (sender && sender.phoneNumber === to) throw new TwilioError(21266);
  const { body, mediaUrls } = content(given);
  const sendAt = schedule(network, given, service);
  const statusCallback = callback(given);
  const validitySeconds = validity(given) ?? service?.validityPeriod ?? longestValiditySeconds;
  const alone = sender && !service;
  if (alone && network.blocked.has(blockedKey(network, sender.phoneNumber, to))) throw new TwilioError(21610);
  if (alone && queueIsFull(network, sender)) throw new TwilioError(21611, { status: 429 });
  countAgainstLimits(network, sender?.phoneNumber ?? (service as Service).sid, to);

  const message = createMessage(
    {
      direction: 'outbound-api',
      from: sender?.phoneNumber ?? null,
      to,
      body,
      mediaUrls,
      status: sendAt !== null ? 'scheduled' : service ? 'accepted' : 'queued',
      serviceSid: service?.sid ?? null,
      statusCallback,
      validitySeconds,
    },
    network.timeline.now(),
  );
  return { message, sendAt };
}

function recipient(given: URLSearchParams): string {
  const asked = given.get('To');
  if (!asked) throw new TwilioError(21604);
  const to = toE164(asked);
  if (!to) throw new TwilioError(21211, { message: `Invalid 'To' Phone Number: ${masked(asked)}` });
  return to;
}

function senderAsked({ account }: Network, given: URLSearchParams): { sender?: Sender; service?: Service } {
  const [from, serviceSid] = [given.get('From'), given.get('MessagingServiceSid')];
  if (!from && !serviceSid) throw new TwilioError(21603);
  const service = serviceSid ? account.services.get(serviceSid) : undefined;
  if (serviceSid && !service) throw new TwilioError(21701, { status: 404 });
  if (service && service.pool.size === 0) throw new TwilioError(21704);
  if (!from) return { service: service as Service };
  const number = toE164(from);
  if (!number) throw new TwilioError(21212, { message: `Invalid 'From' Number: ${masked(from)}` });
  const sender = senderOf(account, number);
  if (!sender) {
    const message = `'From' ${number} is not a Twilio phone number or Short Code country mismatch`;
    throw new TwilioError(21659, { message });
  }
  if (!sender.sms || (service && !service.pool.has(sender.sid))) throw new TwilioError(21606);
  return service ? { sender, service } : { sender };
}

function content(given: URLSearchParams): { body: string; mediaUrls: string[] } {
  const body = given.get('Body') ?? '';
  const mediaUrls = given.getAll('MediaUrl').filter(url => url !== '');
  // Content templates are a product of their own, which no part of this project uses.
  if (given.get('ContentSid')) throw new TwilioError(21655);
  if (body === '' && mediaUrls.length === 0) throw new TwilioError(21602);
  if (body.length > longestBody) throw new TwilioError(21617);
  if (mediaUrls.length > mostMedia) throw new TwilioError(21623);
  if (!mediaUrls.every(isWebAddress)) throw new TwilioError(21620);
  return { body, mediaUrls };
}

function schedule({ timeline }: Network, given: URLSearchParams, service?: Service): number | null {
  // Without ScheduleType, SendAt is dropped and the message goes out at once, as it does at Twilio.
  if (given.get('ScheduleType') !== 'fixed') return null;
  if (!service) throw new TwilioError(35118);
  const sendAt = given.get('SendAt');
  if (!sendAt) throw new TwilioError(35111);
  const at = Date.parse(sendAt);
  const ahead = at - timeline.now();
  if (!(ahead >= soonestMs && ahead <= latestMs)) throw new TwilioError(35114);
  return at;
}

function callback(given: URLSearchParams): string | null {
  const url = given.get('StatusCallback');
  if (!url) return null;
  if (!isWebAddress(url) || new URL(url).hostname.includes('_')) throw new TwilioError(21609);
  return url;
}

function validity(given: URLSearchParams): number | null {
  const text = given.get('ValidityPeriod');
  if (text === null) return null;
  const seconds = Number(text);
  if (!/^\d+$/.test(text) || seconds < 1 || seconds > longestValiditySeconds) throw new TwilioError(21624);
  return seconds;
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** Twilio hides the end of a number in its refusals. */
function masked(number: string): string {
  return number.length > 4 ? `${number.slice(0, -4)}XXXX` : number;
}
