import { z } from 'zod';

const sid = (prefix: string) => z.string().regex(new RegExp(`^(${prefix})[0-9a-fA-F]{32}$`));
const rfc2822 = z.string().regex(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/);
const phone = z.string().regex(/^\+\d{7,15}$/);
const whole = z.string().regex(/^\d+$/);
const path = z.string().startsWith('/2010-04-01/Accounts/AC');

/** The Message resource as Twilio publishes it: these fields in these formats, and no others. */
export const publishedMessage = z.strictObject({
  body: z.string(),
  num_segments: whole,
  direction: z.enum(['inbound', 'outbound-api', 'outbound-call', 'outbound-reply']),
  from: phone.nullable(),
  to: phone,
  date_updated: rfc2822,
  price: z.null(),
  error_message: z.string().nullable(),
  uri: path.endsWith('.json'),
  account_sid: sid('AC'),
  num_media: whole,
  status: z.enum([
    'accepted',
    'scheduled',
    'canceled',
    'queued',
    'sending',
    'sent',
    'failed',
    'delivered',
    'undelivered',
    'receiving',
    'received',
  ]),
  messaging_service_sid: sid('MG').nullable(),
  sid: sid('SM|MM'),
  date_sent: rfc2822.nullable(),
  date_created: rfc2822,
  error_code: z.number().int().nullable(),
  price_unit: z.literal('USD'),
  api_version: z.literal('2010-04-01'),
  subresource_uris: z.strictObject({ media: path.endsWith('/Media.json') }),
});

/** The envelope of a list of messages. */
export const publishedList = z.strictObject({
  first_page_uri: path,
  end: z.number().int(),
  previous_page_uri: path.nullable(),
  messages: z.array(publishedMessage),
  uri: path,
  page_size: z.number().int(),
  start: z.number().int(),
  next_page_uri: path.nullable(),
  page: z.number().int(),
});
