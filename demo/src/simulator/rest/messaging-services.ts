import { Hono } from 'hono';
import { addService, type Service } from '../account.ts';
import type { Network } from '../network.ts';
import { notFound, TwilioError } from '../twilio-error.ts';
import { asked } from './asked.ts';
import { iso8601 } from './dates.ts';
import type { RestEnv } from './gate.ts';
import { listOfV1, pageOf } from './paging.ts';

const host = 'https://messaging.twilio.com/v1/Services';

/** The Messaging Services of the account: create, list, fetch, change, delete. */
export function servicesApi(network: Network): Hono<RestEnv> {
  const { account, timeline } = network;
  const app = new Hono<RestEnv>();
  const found = (sid: string, path: string) => {
    const service = account.services.get(sid);
    if (!service) throw notFound(path);
    return service;
  };

  app.post('/Services', async c => {
    const given = await asked(network, c, 'CreateService');
    const friendlyName = given.get('FriendlyName');
    if (!friendlyName) throw new TwilioError(20001, { message: 'Missing required parameter FriendlyName' });
    const service = addService(account, { friendlyName }, timeline.now());
    change(service, given);
    network.changed();
    return c.json(serviceJson(account.sid, service), 201);
  });

  app.get('/Services', async c => {
    const query = await asked(network, c, 'ListService');
    const page = pageOf([...account.services.values()], query);
    const list = page.items.map(service => serviceJson(account.sid, service));
    return c.json(listOfV1(host, page, 'services', list));
  });

  app.get('/Services/:sid', async c => {
    await asked(network, c, 'FetchService');
    return c.json(serviceJson(account.sid, found(c.req.param('sid'), c.req.path)));
  });

  app.post('/Services/:sid', async c => {
    const given = await asked(network, c, 'UpdateService');
    const service = found(c.req.param('sid'), c.req.path);
    change(service, given);
    service.updatedAt = timeline.now();
    network.changed();
    return c.json(serviceJson(account.sid, service));
  });

  app.delete('/Services/:sid', async c => {
    await asked(network, c, 'DeleteService');
    account.services.delete(found(c.req.param('sid'), c.req.path).sid);
    network.changed();
    return c.body(null, 204);
  });
  return app;
}

function change(service: Service, given: URLSearchParams): void {
  const text = (name: string, set: (value: string) => void) => {
    const value = given.get(name);
    if (value !== null) set(value);
  };
  const yes = (name: string, set: (value: boolean) => void) => text(name, value => set(/^true$/i.test(value)));
  text('FriendlyName', value => (service.friendlyName = value));
  text('InboundRequestUrl', value => (service.inboundRequestUrl = value || null));
  text('InboundMethod', value => (service.inboundMethod = value));
  text('FallbackUrl', value => (service.fallbackUrl = value || null));
  text('FallbackMethod', value => (service.fallbackMethod = value));
  text('StatusCallback', value => (service.statusCallback = value || null));
  text('Usecase', value => (service.usecase = value));
  text('ValidityPeriod', value => {
    const seconds = Number(value);
    if (!Number.isInteger(seconds) || seconds < 1 || seconds > 36_000) throw new TwilioError(21624);
    service.validityPeriod = seconds;
  });
  yes('StickySender', value => (service.stickySender = value));
  yes('MmsConverter', value => (service.mmsConverter = value));
  yes('SmartEncoding', value => (service.smartEncoding = value));
  yes('FallbackToLongCode', value => (service.fallbackToLongCode = value));
  yes('AreaCodeGeomatch', value => (service.areaCodeGeomatch = value));
  yes('SynchronousValidation', value => (service.synchronousValidation = value));
  yes('UseInboundWebhookOnNumber', value => (service.useInboundWebhookOnNumber = value));
}

function serviceJson(accountSid: string, service: Service): object {
  const url = `${host}/${service.sid}`;
  return {
    sid: service.sid,
    account_sid: accountSid,
    friendly_name: service.friendlyName,
    date_created: iso8601(service.createdAt),
    date_updated: iso8601(service.updatedAt),
    inbound_request_url: service.inboundRequestUrl,
    inbound_method: service.inboundMethod,
    fallback_url: service.fallbackUrl,
    fallback_method: service.fallbackMethod,
    status_callback: service.statusCallback,
    sticky_sender: service.stickySender,
    mms_converter: service.mmsConverter,
    smart_encoding: service.smartEncoding,
    scan_message_content: 'inherit',
    fallback_to_long_code: service.fallbackToLongCode,
    area_code_geomatch: service.areaCodeGeomatch,
    synchronous_validation: service.synchronousValidation,
    validity_period: service.validityPeriod,
    url,
    links: {
      phone_numbers: `${url}/PhoneNumbers`,
      short_codes: `${url}/ShortCodes`,
      alpha_senders: `${url}/AlphaSenders`,
      messages: `${url}/Messages`,
      us_app_to_person: `${url}/Compliance/Usa2p`,
      us_app_to_person_usecases: `${url}/Compliance/Usa2p/Usecases`,
    },
    usecase: service.usecase,
    us_app_to_person_registered: true,
    use_inbound_webhook_on_number: service.useInboundWebhookOnNumber,
  };
}
