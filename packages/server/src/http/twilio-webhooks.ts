import { Hono } from 'hono';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { Webhook } from '../inbound/keep-webhooks.ts';
import type { StoreWebhook } from '../inbound/store-webhooks.ts';
import type { World } from '../world.ts';
import type { App, AppContext, AppEnv } from './app-env.ts';

const nothingToSay = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

/**
 * What Twilio calls: texts that come in, and what became of ours. Genuine by the signature over the public URL as it is
 * configured, whatever proxies stand before us. Stored before it is answered; understood afterwards.
 */
export function twilioWebhooks({ sms }: World, publicUrl: string, store: StoreWebhook): App {
  const app = new Hono<AppEnv>();

  async function take(c: AppContext, path: string, name: (fields: Record<string, string>) => Omit<Webhook, 'fields'>) {
    const { search } = new URL(c.req.url);
    const fields = Object.fromEntries(new URLSearchParams(await c.req.text()));
    const signature = c.req.header('x-twilio-signature') ?? '';
    const url = `${publicUrl}/webhooks/twilio/${path}${search}`;
    if (!sms?.isGenuine({ signature, url, fields })) throw new Refusal('forbidden', 'refusal.notFromProvider');
    const asked = Object.fromEntries([...new URLSearchParams(search)].map(([key, value]) => [`?${key}`, value]));
    await store({ ...name(fields), fields: { ...fields, ...asked } });
  }

  app.post('/inbound', async c => {
    await take(c, 'inbound', fields => ({ kind: 'inbound', key: sidOf(fields) }));
    return c.body(nothingToSay, 200, { 'content-type': 'text/xml; charset=utf-8' });
  });
  app.post('/status', async c => {
    await take(c, 'status', fields => {
      const { MessageStatus = fields.SmsStatus ?? '', ErrorCode = '' } = fields;
      return { kind: 'status', key: `${sidOf(fields)} ${MessageStatus} ${ErrorCode}` };
    });
    return c.body(null, 204);
  });
  return app;
}

function sidOf(fields: Readonly<Record<string, string>>): string {
  const sid = fields.MessageSid ?? fields.SmsMessageSid ?? fields.SmsSid;
  if (!sid) throw new Refusal('validation', 'refusal.input', { problem: 'MessageSid is missing' });
  return sid;
}
