import { Hono } from 'hono';
import type { Sender } from '../account.ts';
import type { Network } from '../network.ts';
import { notFound } from '../twilio-error.ts';
import { asked, sidAt } from './asked.ts';
import { rfc2822 } from './dates.ts';
import type { RestEnv } from './gate.ts';
import { listOf2010, pageOf } from './paging.ts';

/** The parameters of a number that the simulator keeps, and where. The rest, of calls, is taken and dropped. */
const kept = {
  FriendlyName: 'friendlyName',
  SmsUrl: 'smsUrl',
  SmsMethod: 'smsMethod',
  SmsFallbackUrl: 'smsFallbackUrl',
  SmsFallbackMethod: 'smsFallbackMethod',
  StatusCallback: 'statusCallback',
  StatusCallbackMethod: 'statusCallbackMethod',
} as const satisfies Record<string, keyof Sender>;

/** The numbers of the account: list, fetch, and change their webhooks. */
export function incomingPhoneNumbersApi(network: Network): Hono<RestEnv> {
  const { account, timeline } = network;
  const app = new Hono<RestEnv>();
  const found = (sid: string, path: string) => {
    const sender = account.senders.get(sid);
    if (!sender) throw notFound(path);
    return sender;
  };

  app.get('/IncomingPhoneNumbers.json', async c => {
    const query = await asked(network, c, 'ListIncomingPhoneNumber');
    const [number, name] = [query.get('PhoneNumber'), query.get('FriendlyName')];
    const all = [...account.senders.values()].filter(
      sender => (!number || sender.phoneNumber.includes(number)) && (!name || sender.friendlyName === name),
    );
    const page = pageOf(all, query);
    const list = page.items.map(sender => senderJson(account.sid, sender));
    return c.json(listOf2010(c.req.path, page, 'incoming_phone_numbers', list));
  });

  app.get('/IncomingPhoneNumbers/:file', async c => {
    await asked(network, c, 'FetchIncomingPhoneNumber');
    return c.json(senderJson(account.sid, found(sidAt(c, 'file'), c.req.path)));
  });

  app.post('/IncomingPhoneNumbers/:file', async c => {
    const given = await asked(network, c, 'UpdateIncomingPhoneNumber');
    const sender = found(sidAt(c, 'file'), c.req.path);
    for (const [name, field] of Object.entries(kept)) {
      const value = given.get(name);
      if (value !== null) sender[field] = value;
    }
    sender.updatedAt = timeline.now();
    network.changed();
    return c.json(senderJson(account.sid, sender));
  });
  return app;
}

function senderJson(accountSid: string, sender: Sender): object {
  return {
    sid: sender.sid,
    account_sid: accountSid,
    friendly_name: sender.friendlyName,
    phone_number: sender.phoneNumber,
    voice_url: null,
    voice_method: 'POST',
    voice_fallback_url: null,
    voice_fallback_method: 'POST',
    voice_caller_id_lookup: false,
    date_created: rfc2822(sender.createdAt),
    date_updated: rfc2822(sender.updatedAt),
    sms_url: sender.smsUrl,
    sms_method: sender.smsMethod,
    sms_fallback_url: sender.smsFallbackUrl,
    sms_fallback_method: sender.smsFallbackMethod,
    address_requirements: 'none',
    beta: false,
    capabilities: { voice: true, sms: sender.sms, mms: sender.sms, fax: false },
    voice_receive_mode: 'voice',
    status_callback: sender.statusCallback,
    status_callback_method: sender.statusCallbackMethod,
    api_version: '2010-04-01',
    voice_application_sid: null,
    sms_application_sid: null,
    origin: 'twilio',
    trunk_sid: null,
    emergency_status: 'Active',
    emergency_address_sid: null,
    emergency_address_status: 'unregistered',
    address_sid: null,
    identity_sid: null,
    bundle_sid: null,
    status: 'in-use',
    type: 'local',
    uri: `/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers/${sender.sid}.json`,
  };
}
