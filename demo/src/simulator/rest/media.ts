import { Hono } from 'hono';
import type { Network } from '../network.ts';
import { notFound } from '../twilio-error.ts';
import { asked } from './asked.ts';
import type { RestEnv } from './gate.ts';
import { mediaJson } from './message-json.ts';
import { listOf2010, pageOf } from './paging.ts';

/** The media of a message: their list, their records, and how one is deleted. */
export function mediaApi(network: Network): Hono<RestEnv> {
  const { account, messages } = network;
  const app = new Hono<RestEnv>();

  app.get('/Messages/:sid/Media.json', async c => {
    const query = await asked(network, c, 'ListMedia');
    const message = messages.get(c.req.param('sid'));
    if (!message) throw notFound(c.req.path);
    const page = pageOf(message.media, query);
    const list = page.items.map(media => mediaJson(account.sid, message, media));
    return c.json(listOf2010(c.req.path, page, 'media_list', list));
  });

  app.on(['GET', 'DELETE'], '/Messages/:sid/Media/:file', async c => {
    await asked(network, c, c.req.method === 'GET' ? 'FetchMedia' : 'DeleteMedia');
    const message = messages.get(c.req.param('sid'));
    const media = message?.media.find(({ sid }) => c.req.param('file') === `${sid}.json`);
    if (!message || !media) throw notFound(c.req.path);
    if (c.req.method === 'GET') return c.json(mediaJson(account.sid, message, media));
    message.media.splice(message.media.indexOf(media), 1);
    return c.body(null, 204);
  });
  return app;
}
