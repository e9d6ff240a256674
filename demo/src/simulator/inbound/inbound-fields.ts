import type { Message } from '../message.ts';
import type { Network } from '../network.ts';
import type { Keyword } from './keyword.ts';
import { placeOf } from './place-of.ts';

/** The form of an incoming-message webhook, every standard field. Media are fetched from the simulator itself. */
export function inboundFields(
  { account, baseUrl }: Network,
  message: Message,
  serviceSid: string | null,
  optOutType: Keyword | null,
): Record<string, string> {
  const [from, to] = [message.from as string, message.to];
  const fields: Record<string, string> = {
    ToCountry: placeOf(to).country,
    ToState: placeOf(to).state,
    SmsMessageSid: message.sid,
    NumMedia: String(message.media.length),
    ToCity: placeOf(to).city,
    FromZip: placeOf(from).zip,
    SmsSid: message.sid,
    FromState: placeOf(from).state,
    SmsStatus: 'received',
    FromCity: placeOf(from).city,
    Body: message.body,
    FromCountry: placeOf(from).country,
    To: to,
    ToZip: placeOf(to).zip,
    NumSegments: String(message.segments),
    MessageSid: message.sid,
    AccountSid: account.sid,
    From: from,
    ApiVersion: '2010-04-01',
  };
  if (serviceSid !== null) fields.MessagingServiceSid = serviceSid;
  if (optOutType !== null) fields.OptOutType = optOutType;
  message.media.forEach(({ sid, contentType }, index) => {
    fields[`MediaContentType${index}`] = contentType;
    fields[`MediaUrl${index}`] = `${baseUrl()}/2010-04-01/Accounts/${account.sid}/Messages/${message.sid}/Media/${sid}`;
  });
  return fields;
}
