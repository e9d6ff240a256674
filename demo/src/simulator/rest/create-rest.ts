import { Hono } from 'hono';
import { picture, picturePath } from '../phones/picture.ts';
import type { Network } from '../network.ts';
import type { Carrier } from '../outbound/deliver.ts';
import { notFound, TwilioError } from '../twilio-error.ts';
import { asked } from './asked.ts';
import { rfc2822 } from './dates.ts';
import { gate, type RestEnv } from './gate.ts';
import { incomingPhoneNumbersApi } from './incoming-phone-numbers.ts';
import { mediaApi } from './media.ts';
import { messagesApi } from './messages.ts';
import { servicePhoneNumbersApi } from './service-phone-numbers.ts';
import { servicesApi } from './messaging-services.ts';

/** Twilio's REST API: `api.twilio.com` at the root, `messaging.twilio.com` under `/messaging`. */
export function createRest(network: Network, carrier: Carrier): Hono<RestEnv> {
  const { account, messages } = network;
  const app = new Hono<RestEnv>();
  const owned = `/2010-04-01/Accounts/${account.sid}`;

  // Media need no credentials: who knows the SIDs may see them, as at Twilio unless an account forbids it.
  app.get(`${owned}/Messages/:message/Media/:media{ME[0-9a-f]+}`, c => {
    const media = messages.get(c.req.param('message'))?.media.find(({ sid }) => sid === c.req.param('media'));
    if (!media) throw notFound(c.req.path);
    return media.url.endsWith(picturePath) ? c.redirect(picturePath, 307) : c.redirect(media.url, 307);
  });
  app.get(picturePath, c => c.body(new Uint8Array(picture()), 200, { 'content-type': 'image/png' }));

  app.use('/2010-04-01/*', gate(network));
  app.use('/messaging/*', gate(network));
  app.get(`${owned}.json`, async c => {
    await asked(network, c, 'FetchAccount');
    return c.json(accountJson(network));
  });
  app.route(owned, messagesApi(network, carrier));
  app.route(owned, mediaApi(network));
  app.route(owned, incomingPhoneNumbersApi(network));
  app.route('/messaging/v1', servicesApi(network));
  app.route('/messaging/v1', servicePhoneNumbersApi(network));

  for (const host of ['/2010-04-01/*', '/messaging/*']) {
    app.all(host, c => {
      throw notFound(c.req.path);
    });
  }
  app.onError((error, c) => {
    if (!(error instanceof TwilioError)) throw error;
    return c.json(error.toJSON(), error.status as 400);
  });
  return app;
}

function accountJson({ account }: Network): object {
  const path = `/2010-04-01/Accounts/${account.sid}`;
  const createdAt = rfc2822(Date.UTC(2024, 0, 15, 12));
  return {
    auth_token: account.authToken,
    date_created: createdAt,
    date_updated: createdAt,
    friendly_name: 'Twilio simulator',
    owner_account_sid: account.sid,
    sid: account.sid,
    status: account.suspended ? 'suspended' : 'active',
    subresource_uris: {
      messages: `${path}/Messages.json`,
      incoming_phone_numbers: `${path}/IncomingPhoneNumbers.json`,
    },
    type: 'Full',
    uri: `${path}.json`,
  };
}
