import { randomUUID } from 'node:crypto';
import twilio from 'twilio';
import type { Network } from '../network.ts';
import { splitOverrides, type Trouble } from './connection-overrides.ts';
import type { Connections, HttpAnswer } from './http-call.ts';

export type Webhook = {
  /** As configured: with query, and with settings of the connection in its fragment. */
  url: string;
  method: string;
  fields: Record<string, string>;
  /** Signs with a token that is not the account's. */
  wrongSignature: boolean;
};

/** Calls a webhook as Twilio does: a signed form, tried again as the fragment of its URL says. Never throws. */
export async function callWebhook(
  network: Network,
  connections: Connections,
  { url: configured, method, fields, wrongSignature }: Webhook,
): Promise<HttpAnswer | Trouble> {
  const { url, overrides } = splitOverrides(configured);
  const form = new URLSearchParams(fields).toString();
  const asGet = method === 'GET';
  const target = asGet ? url + (url.includes('?') ? '&' : '?') + form : url;
  const token = wrongSignature ? 'not the token of this account' : network.account.authToken;
  const call = {
    url: target,
    method: asGet ? ('GET' as const) : ('POST' as const),
    body: asGet ? '' : form,
    headers: {
      'user-agent': 'TwilioProxy/1.1',
      accept: '*/*',
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      ...(asGet ? {} : { 'content-length': String(Buffer.byteLength(form)) }),
      'x-twilio-signature': twilio.getExpectedTwilioSignature(token, target, asGet ? {} : fields),
      // The same in every try, so that a receiver can tell a repetition.
      'i-twilio-idempotency-token': randomUUID(),
    },
    connectMs: overrides.connectMs,
    readMs: overrides.readMs,
  };
  const began = performance.now();
  for (let tried = 0; ; tried++) {
    const left = overrides.totalMs - (performance.now() - began);
    const answer = await connections.call({ ...call, readMs: Math.max(1, Math.min(call.readMs, left)) });
    const trouble = troubleOf(answer);
    if (!trouble || !overrides.after.has(trouble) || tried >= overrides.retries || left <= 0) return answer;
    network.counts.webhookRetries++;
  }
}

/** What was wrong with an answer, or null when it was fine. */
export function troubleOf(answer: HttpAnswer | Trouble): Trouble | null {
  if (typeof answer === 'string') return answer;
  if (answer.status >= 500) return '5xx';
  return answer.status >= 400 ? '4xx' : null;
}
