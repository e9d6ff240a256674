import { Hono } from 'hono';
import { serviceOf, type Sender, type Service } from '../account.ts';
import type { Network } from '../network.ts';
import { notFound, TwilioError } from '../twilio-error.ts';
import { asked } from './asked.ts';
import { iso8601 } from './dates.ts';
import type { RestEnv } from './gate.ts';
import { listOfV1, pageOf } from './paging.ts';

const host = 'https://messaging.twilio.com/v1/Services';

/** The numbers in the pool of a service: add, list, fetch, take out. A number is in one service at most. */
export function servicePhoneNumbersApi(network: Network): Hono<RestEnv> {
  const { account, timeline } = network;
  const app = new Hono<RestEnv>();
  const found = (sid: string, path: string) => {
    const service = account.services.get(sid);
    if (!service) throw notFound(path);
    return service;
  };
  const inPool = (service: Service, sid: string, path: string) => {
    const sender = account.senders.get(sid);
    if (!sender || !service.pool.has(sid)) throw notFound(path);
    return sender;
  };
  const json = (service: Service, sender: Sender) => numberJson(account.sid, service, sender);

  app.post('/Services/:service/PhoneNumbers', async c => {
    const given = await asked(network, c, 'CreatePhoneNumber');
    const service = found(c.req.param('service'), c.req.path);
    const sender = account.senders.get(given.get('PhoneNumberSid') ?? '');
    if (!sender) throw notFound(c.req.path);
    const taken = serviceOf(account, sender);
    if (taken) throw new TwilioError(taken === service ? 21710 : 21712, { status: 409 });
    service.pool.set(sender.sid, timeline.now());
    network.changed();
    return c.json(json(service, sender), 201);
  });

  app.get('/Services/:service/PhoneNumbers', async c => {
    const query = await asked(network, c, 'ListPhoneNumber');
    const service = found(c.req.param('service'), c.req.path);
    const pool = [...service.pool.keys()].flatMap(sid => account.senders.get(sid) ?? []);
    const page = pageOf(pool, query);
    const address = `${host}/${service.sid}/PhoneNumbers`;
    const list = page.items.map(sender => json(service, sender));
    return c.json(listOfV1(address, page, 'phone_numbers', list));
  });

  app.get('/Services/:service/PhoneNumbers/:sid', async c => {
    await asked(network, c, 'FetchPhoneNumber');
    const service = found(c.req.param('service'), c.req.path);
    return c.json(json(service, inPool(service, c.req.param('sid'), c.req.path)));
  });

  app.delete('/Services/:service/PhoneNumbers/:sid', async c => {
    await asked(network, c, 'DeletePhoneNumber');
    const service = found(c.req.param('service'), c.req.path);
    service.pool.delete(inPool(service, c.req.param('sid'), c.req.path).sid);
    network.changed();
    return c.body(null, 204);
  });
  return app;
}

function numberJson(accountSid: string, service: Service, sender: Sender): object {
  const addedAt = iso8601(service.pool.get(sender.sid) as number);
  return {
    sid: sender.sid,
    account_sid: accountSid,
    service_sid: service.sid,
    date_created: addedAt,
    date_updated: addedAt,
    phone_number: sender.phoneNumber,
    country_code: sender.phoneNumber.startsWith('+1') ? 'US' : '',
    capabilities: sender.sms ? ['Voice', 'SMS', 'MMS'] : ['Voice'],
    url: `${host}/${service.sid}/PhoneNumbers/${sender.sid}`,
  };
}
