import { errorWords } from '../error-words.ts';
import type { Media, Message } from '../message.ts';
import { rfc2822 } from './dates.ts';

/** A message as the API gives it: every field of the published resource, numbers as text, no price before it is billed. */
export function messageJson(accountSid: string, message: Message): object {
  const { sid, status, errorCode, sentAt } = message;
  const path = `/2010-04-01/Accounts/${accountSid}/Messages/${sid}`;
  return {
    body: message.body,
    num_segments: String(message.segments),
    direction: message.direction,
    from: message.from,
    date_updated: rfc2822(message.updatedAt),
    price: null,
    error_message: errorCode === null ? null : (errorWords[errorCode] ?? null),
    uri: `${path}.json`,
    account_sid: accountSid,
    num_media: String(message.media.length),
    to: message.to,
    date_created: rfc2822(message.createdAt),
    status,
    sid,
    date_sent: sentAt === null ? null : rfc2822(sentAt),
    messaging_service_sid: message.serviceSid,
    error_code: errorCode,
    price_unit: 'USD',
    api_version: '2010-04-01',
    subresource_uris: { media: `${path}/Media.json` },
  };
}

export function mediaJson(accountSid: string, message: Message, media: Media): object {
  return {
    sid: media.sid,
    account_sid: accountSid,
    parent_sid: message.sid,
    content_type: media.contentType,
    date_created: rfc2822(message.createdAt),
    date_updated: rfc2822(message.createdAt),
    uri: `/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}/Media/${media.sid}.json`,
  };
}
