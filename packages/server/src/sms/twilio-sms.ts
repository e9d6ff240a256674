import twilio from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient.js';
import { AtBaseUrl } from './at-base-url.ts';
import { deliveryOf } from './delivery-of.ts';
import type { Sent, Sms } from './sms.ts';

export type TwilioSettings = {
  accountSid: string;
  authToken: string;
  /** Another address than Twilio's: the simulator, or a proxy. */
  baseUrl?: string | undefined;
  /** Where Twilio reaches this server; the callbacks go there, and their signatures are over it. */
  publicUrl: string;
  timeoutMs?: number;
};

const longestValiditySeconds = 36_000;
/** Names that say the connection was never made, so that nothing can have been sent. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Sends through Twilio by its own SDK. Its errors carry credentials and texts: none leaves this file. */
export function twilioSms({ accountSid, authToken, baseUrl, publicUrl, timeoutMs = 15_000 }: TwilioSettings): Sms {
  const http = { timeout: timeoutMs, keepAlive: true, maxSockets: 50 };
  const httpClient = baseUrl ? new AtBaseUrl(baseUrl, http) : new RequestClient(http);
  const client = twilio(accountSid, authToken, { httpClient });
  // The SDK loads what it needs when it is first asked for: a tenth of a second that no request should wait for.
  const { messages } = client;

  async function mediaOf(sid: string): Promise<Record<string, string>> {
    const media = await messages(sid).media.list({ limit: 10 });
    const address = baseUrl ?? 'https://api.twilio.com';
    return Object.fromEntries(media.map(({ uri }, at) => [`MediaUrl${at}`, address + uri.replace(/\.json$/, '')]));
  }

  return {
    async send({ to, from, messagingServiceSid, text, media, validForSeconds, messageId, attempt }) {
      try {
        const { sid } = await messages.create({
          to: `+${to}`,
          from: `+${from}`,
          ...(messagingServiceSid ? { messagingServiceSid } : {}),
          ...(text ? { body: text } : {}),
          ...(media.length > 0 ? { mediaUrl: [...media] } : {}),
          validityPeriod: Math.max(1, Math.min(longestValiditySeconds, validForSeconds)),
          statusCallback: statusCallback(publicUrl, messageId, attempt),
        });
        return { outcome: 'accepted', sid };
      } catch (thrown) {
        return outcomeOf(thrown);
      }
    },

    async find({ to, from, text, since }) {
      try {
        const dateSentAfter = wholeSeconds(since);
        const found = await messages.list({ to: `+${to}`, from: `+${from}`, limit: 50, pageSize: 50 });
        return found
          .filter(
            ({ direction, body, dateSent, dateCreated }) =>
              direction !== 'inbound' && body === text && (dateSent ?? dateCreated) >= dateSentAfter,
          )
          .flatMap(({ sid, status, errorCode }) => {
            const sendStatus = deliveryOf(status);
            return sendStatus ? [{ sid, sendStatus, errorCode: errorCode || null }] : [];
          });
      } catch (thrown) {
        throw new Error(`The provider could not be asked: ${nameOf(thrown)}`);
      }
    },

    async statusOf(sid) {
      try {
        const { status, errorCode } = await messages(sid).fetch();
        const sendStatus = deliveryOf(status);
        return sendStatus ? { sid, sendStatus, errorCode: errorCode || null } : null;
      } catch (thrown) {
        if ((thrown as Thrown | null)?.status === 404) return null;
        throw new Error(`The provider could not be asked: ${nameOf(thrown)}`);
      }
    },

    async received({ to, since }) {
      try {
        const all = await messages.list({ to: `+${to}`, dateSentAfter: wholeSeconds(since), pageSize: 100 });
        const inbound = all.filter(({ direction }) => direction === 'inbound').reverse();
        return await Promise.all(
          inbound.map(async ({ sid, from, to: at, body, numMedia, numSegments }) => ({
            MessageSid: sid,
            AccountSid: accountSid,
            From: from,
            To: at,
            Body: body,
            NumSegments: numSegments,
            NumMedia: numMedia,
            ...(Number(numMedia) > 0 ? await mediaOf(sid) : {}),
          })),
        );
      } catch (thrown) {
        throw new Error(`The provider could not be asked: ${nameOf(thrown)}`);
      }
    },

    isGenuine: ({ signature, url, fields }) => twilio.validateRequest(authToken, signature, url, { ...fields }),
  };
}

/** Twilio keeps whole seconds: the one before, so that nothing of this one is missed. */
const wholeSeconds = (since: number) => new Date(Math.floor(since / 1_000) * 1_000 - 1_000);

/** The address that the provider is given; the message and the try come back in its query. */
export const statusCallback = (publicUrl: string, messageId: number, attempt: number): string =>
  `${publicUrl}/webhooks/twilio/status?message=${messageId}&attempt=${attempt}`;

type Thrown = { status?: number | string; code?: number | string };

function outcomeOf(thrown: unknown): Sent {
  const { status, code } = (thrown ?? {}) as Thrown;
  if (typeof code === 'string' && neverLeft.has(code)) return { outcome: 'notSent' };
  if (status === 429) return { outcome: 'refused', errorCode: typeof code === 'number' ? code : 20429 };
  if (typeof status !== 'number' || status >= 500) return { outcome: 'unknown' };
  return { outcome: 'refused', errorCode: typeof code === 'number' ? code : status };
}

const nameOf = (thrown: unknown): string => {
  const { status, code } = (thrown ?? {}) as Thrown;
  return String(code ?? status ?? 'no answer');
};
