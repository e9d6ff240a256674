import { createHmac } from 'node:crypto';
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import { isIP } from 'node:net';
import { z } from 'zod';
import type { Assistant, AssistantAsked } from './assistant.ts';
import { isPublicAddress, PrivateAddress, publicLookup } from './public-address.ts';

export type WebhookSettings = {
  readonly url: string;
  readonly secret: string;
  /** Whether it may be inside of a network, and without TLS. */
  readonly privateNetworks: boolean;
  readonly now: () => number;
  readonly timeoutMs?: number;
};

const largestAnswer = 65_536;

const answered = z.union([
  z.strictObject({
    answer: z.string().trim().min(1).max(1_600),
    media: z
      .array(z.url({ protocol: /^https$/ }))
      .max(10)
      .optional(),
  }),
  z.strictObject({ handOver: z.literal(true) }),
]);

/** The host's assistant did not answer, or not as it should. Says nothing of what was sent. */
export class WebhookFailure extends Error {
  override readonly name = 'WebhookFailure';
}

/**
 * Asks the host's own assistant: one signed POST, which may come twice for the same reply and then has the same
 * `Idempotency-Key`. Redirects are not followed.
 */
export const webhookAssistant =
  (settings: WebhookSettings): Assistant =>
  async asked => {
    const body = JSON.stringify(asked);
    const seconds = Math.floor(settings.now() / 1_000);
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      'user-agent': 'campaign-kit',
      'idempotency-key': keyOf(asked),
      'campaign-kit-signature': signature(settings.secret, seconds, body),
    };
    const { status, text } = await post(settings, headers, body);
    if (status !== 200) throw new WebhookFailure(`it answered with status ${status}`);
    const parsed = answered.safeParse(jsonOf(text));
    if (!parsed.success) throw new WebhookFailure('it answered something else than an answer');
    return parsed.data;
  };

/** `t` in seconds since 1970, `v1` the HMAC-SHA256 of `t.body` in hexadecimal. */
export const signature = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

const keyOf = ({ conversation, messages }: AssistantAsked): string =>
  `${conversation.id}-${messages.findLast(({ from }) => from === 'contact')?.id ?? 0}`;

function post(
  { url, privateNetworks, timeoutMs = 10_000 }: WebhookSettings,
  headers: Record<string, string>,
  body: string,
): Promise<{ status: number; text: string }> {
  const target = new URL(url);
  const secure = target.protocol === 'https:';
  const host = target.hostname.replace(/^\[|\]$/g, '');
  if (!privateNetworks && (!secure || (isIP(host) !== 0 && !isPublicAddress(host)))) throw new PrivateAddress();
  const signal = AbortSignal.timeout(timeoutMs);
  const options = { method: 'POST', headers, signal, ...(privateNetworks ? {} : { lookup: publicLookup }) };
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(new WebhookFailure(`it could not be asked: ${nameOf(error)}`));
    const asking = (secure ? https : http)(target, options, response => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
        if (text.length > largestAnswer) response.destroy(new WebhookFailure('too long'));
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', fail);
    });
    asking.on('error', fail);
    asking.end(body);
  });
}

const nameOf = (error: Error): string => ('code' in error ? String(error.code) : error.name);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
