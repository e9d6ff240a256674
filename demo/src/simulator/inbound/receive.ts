import { senderOf, serviceOf, type Sender, type Service } from '../account.ts';
import { createMessage, type Message } from '../message.ts';
import { note, strikes, type Network } from '../network.ts';
import { blockedKey } from '../outbound/blocked-key.ts';
import type { Carrier } from '../outbound/deliver.ts';
import { keepInThread, phoneOf } from '../phones/phone.ts';
import { callWebhook, troubleOf } from '../webhooks/call-webhook.ts';
import type { Connections, HttpAnswer } from '../webhooks/http-call.ts';
import { inboundFields } from './inbound-fields.ts';
import { keywordAnswers, keywordOf, type Keyword } from './keyword.ts';
import { readTwiml } from './twiml.ts';

/** A text that somebody writes to one of our numbers. */
export type NewInbound = { from: string; to: string; body: string; mediaUrls?: readonly string[] };

/** Takes in a text and hands it to the webhook; null where nobody has the number. `handed` is when the webhook has answered. */
export type Receive = (inbound: NewInbound) => { message: Message; handed: Promise<void> } | null;

export function createReceive(network: Network, connections: Connections, carrier: Carrier): Receive {
  const { account, timeline, settings } = network;

  function receive({ from, to, body, mediaUrls = [] }: NewInbound) {
    const sender = senderOf(account, to);
    if (!sender) return null;
    const service = serviceOf(account, sender);
    const message = createMessage(
      { direction: 'inbound', from, to, body, mediaUrls, status: 'received', serviceSid: service?.sid ?? null },
      timeline.now(),
    );
    message.sentAt = message.createdAt;
    network.messages.put(message.sid, message);
    network.counts.inbound++;
    const phone = phoneOf(network, from);
    keepInThread(phone, { message, theirs: true });
    network.changed(phone);

    const keyword = settings.optOutHandling ? obey(message, service) : null;
    const lateMs = strikes(network, 'inboundLate') ? settings.lateMs : 0;
    const optOutType = service?.advancedOptOut ? keyword : null;
    const times = strikes(network, 'inboundTwice') ? 2 : 1;
    const handed = new Promise<void>(resolve => {
      const call = async () => {
        for (let time = 0; time < times; time++) await hand(message, sender, service, optOutType);
        resolve();
      };
      timeline.after(lateMs, () => timeline.track(call()));
    });
    return { message, handed };
  }

  /** STOP blocks and START unblocks before anybody is told; the answer goes out even to who is blocked. */
  function obey(message: Message, service: Service | undefined): Keyword | null {
    const [phone, ourNumber] = [message.from as string, message.to];
    const key = blockedKey(network, ourNumber, phone);
    const keyword = keywordOf(message.body, network.blocked.has(key));
    if (!keyword) return null;
    if (keyword === 'STOP') network.blocked.add(key);
    if (keyword === 'START') network.blocked.delete(key);
    // What Advanced Opt-Out answers does not stand in the account's log of messages.
    reply(message, keywordAnswers[keyword], { logged: !service?.advancedOptOut });
    return keyword;
  }

  async function hand(message: Message, sender: Sender, service: Service | undefined, optOutType: Keyword | null) {
    const ofService = service && !service.useInboundWebhookOnNumber;
    const [url, method] = ofService
      ? [service.inboundRequestUrl, service.inboundMethod]
      : [sender.smsUrl, sender.smsMethod];
    const [fallbackUrl, fallbackMethod] = ofService
      ? [service.fallbackUrl, service.fallbackMethod]
      : [sender.smsFallbackUrl, sender.smsFallbackMethod];
    const fields = inboundFields(network, message, service?.sid ?? null, optOutType);
    if (!url) return;
    const call = (to: string, by: string, more: Record<string, string> = {}) => {
      const wrongSignature = strikes(network, 'inboundWrongSignature');
      return callWebhook(network, connections, { url: to, method: by, fields: { ...fields, ...more }, wrongSignature });
    };
    const answer = await call(url, method);
    const trouble = troubleOf(answer);
    if (trouble === null) return obeyAnswer(message, answer as HttpAnswer);
    note(network, 'error', 11200, `Incoming ${message.sid}: ${typeof answer === 'string' ? answer : answer.status}`);
    if (fallbackUrl) {
      const second = await call(fallbackUrl, fallbackMethod, { ErrorCode: '11200', ErrorUrl: url });
      if (troubleOf(second) === null) return obeyAnswer(message, second as HttpAnswer);
    }
    network.counts.inboundFailed++;
  }

  function obeyAnswer(message: Message, { contentType, body }: HttpAnswer) {
    if (body.trim() === '') return;
    if (contentType.startsWith('text/plain')) return reply(message, body, { logged: true });
    if (!/^(text|application)\/xml|^text\/html/.test(contentType)) {
      return note(network, 'error', 12300, `Answer to ${message.sid}: ${contentType}`);
    }
    const messages = readTwiml(body);
    if (!messages) return note(network, 'error', 12100, `Answer to ${message.sid}: ${body.slice(0, 200)}`);
    for (const { body: text, ...asked } of messages)
      reply(message, text, { logged: true, unlessBlocked: true, ...asked });
  }

  type Asked = {
    logged: boolean;
    unlessBlocked?: boolean;
    to?: string;
    from?: string;
    mediaUrls?: string[];
    statusCallback?: string;
  };

  function reply(to: Message, body: string, asked: Asked) {
    const [from, phone] = [asked.from ?? to.to, asked.to ?? (to.from as string)];
    if (asked.unlessBlocked && network.blocked.has(blockedKey(network, from, phone))) {
      return note(network, 'error', 21610, `Answer to ${to.sid}`);
    }
    const answer = createMessage(
      {
        direction: 'outbound-reply',
        from,
        to: phone,
        body,
        mediaUrls: asked.mediaUrls ?? [],
        status: 'queued',
        statusCallback: asked.statusCallback ?? null,
      },
      timeline.now(),
    );
    if (asked.logged) network.messages.put(answer.sid, answer);
    carrier.take(answer);
  }

  return receive;
}
