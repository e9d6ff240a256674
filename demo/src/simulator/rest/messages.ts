import { Hono } from 'hono';
import type { Message } from '../message.ts';
import { strikes, type Network } from '../network.ts';
import { acceptMessage } from '../outbound/accept-message.ts';
import { toE164 } from '../outbound/phone-number.ts';
import type { Carrier } from '../outbound/deliver.ts';
import { notFound, TwilioError } from '../twilio-error.ts';
import { asked, sidAt } from './asked.ts';
import { rfc2822 } from './dates.ts';
import { hangUp, type RestEnv } from './gate.ts';
import { messageJson } from './message-json.ts';
import { listOf2010, pageOf } from './paging.ts';

const done = new Set<Message['status']>(['delivered', 'undelivered', 'failed', 'canceled', 'received']);

/** Create, fetch, list, change and delete messages, and say that one was acted on. */
export function messagesApi(network: Network, carrier: Carrier): Hono<RestEnv> {
  const { account, messages, counts } = network;
  const app = new Hono<RestEnv>();
  const json = (message: Message) => messageJson(account.sid, message);
  const found = (sid: string, path: string) => {
    const message = messages.get(sid);
    if (!message) throw notFound(path);
    return message;
  };

  app.post('/Messages.json', async c => {
    const given = await asked(network, c, 'CreateMessage');
    let accepted: ReturnType<typeof acceptMessage>;
    try {
      accepted = acceptMessage(network, given);
    } catch (error) {
      counts.refused++;
      throw error;
    }
    const { message, sendAt } = accepted;
    messages.put(message.sid, message);
    counts.accepted++;
    // What is answered is what it was taken on as, however far it has come by then.
    const answer = json(message);
    const told = sendAt === null && strikes(network, 'earlyCallback');
    if (told) {
      carrier.tell(message);
      await message.told;
    }
    if (sendAt === null) carrier.take(message, told);
    else carrier.schedule(message, sendAt);
    network.changed();
    if (strikes(network, 'droppedKept')) return hangUp(c);
    if (strikes(network, 'serverErrorKept')) throw new TwilioError(20500, { status: 500 });
    return c.json(answer, 201);
  });

  app.get('/Messages.json', async c => {
    const query = await asked(network, c, 'ListMessage');
    const page = pageOf(messages.newestFirst().filter(matching(query)), query);
    return c.json(listOf2010(c.req.path, page, 'messages', page.items.map(json)));
  });

  app.get('/Messages/:file', async c => {
    await asked(network, c, 'FetchMessage');
    return c.json(json(found(sidAt(c, 'file'), c.req.path)));
  });

  app.post('/Messages/:file', async c => {
    const given = await asked(network, c, 'UpdateMessage');
    const message = found(sidAt(c, 'file'), c.req.path);
    const [body, status] = [given.get('Body'), given.get('Status')];
    if (body) throw new TwilioError(20001, { message: 'Body can only be made empty' });
    if (status !== null && status !== 'canceled')
      throw new TwilioError(20001, { message: 'Status can only be canceled' });
    if (status === 'canceled') {
      if (message.status !== 'scheduled') throw new TwilioError(30409, { status: 409 });
      carrier.cancel(message);
    }
    if (body === '') {
      if (!done.has(message.status)) throw new TwilioError(20009, { status: 409 });
      message.body = '';
      message.updatedAt = network.timeline.now();
    }
    return c.json(json(message));
  });

  app.delete('/Messages/:file', async c => {
    await asked(network, c, 'DeleteMessage');
    const message = found(sidAt(c, 'file'), c.req.path);
    if (!done.has(message.status)) throw new TwilioError(20009, { status: 409 });
    messages.delete(message.sid);
    return c.body(null, 204);
  });

  app.post('/Messages/:sid/Feedback.json', async c => {
    const given = await asked(network, c, 'CreateMessageFeedback');
    const message = found(c.req.param('sid'), c.req.path);
    const now = rfc2822(network.timeline.now());
    return c.json(
      {
        account_sid: account.sid,
        message_sid: message.sid,
        outcome: given.get('Outcome') ?? 'confirmed',
        date_created: now,
        date_updated: now,
        uri: c.req.path,
      },
      201,
    );
  });
  return app;
}

const dayMs = 86_400_000;

/** The filters of a list. Who was not sent yet has no date, so no date finds them. */
function matching(query: URLSearchParams): (message: Message) => boolean {
  const phone = (name: string) => {
    const asked = query.get(name);
    return asked ? (toE164(asked) ?? asked) : null;
  };
  const day = (name: string) => {
    const text = query.get(name);
    if (!text) return null;
    const at = Date.parse(text);
    if (Number.isNaN(at)) throw new TwilioError(20001, { message: `Invalid ${name}` });
    return { at, whole: text.length === 10 };
  };
  const [to, from] = [phone('To'), phone('From')];
  const [on, before, after] = [day('DateSent'), day('DateSent<'), day('DateSent>')];
  return message => {
    if (to !== null && message.to !== to) return false;
    if (from !== null && message.from !== from) return false;
    if (!on && !before && !after) return true;
    const { sentAt } = message;
    if (sentAt === null) return false;
    if (on && Math.floor(sentAt / dayMs) !== Math.floor(on.at / dayMs)) return false;
    if (before && sentAt > before.at + (before.whole ? dayMs - 1 : 0)) return false;
    return !(after && sentAt < after.at);
  };
}
