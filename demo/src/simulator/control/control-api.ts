import { Hono, type Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { faultNames, faultTable } from '../faults.ts';
import type { Network } from '../network.ts';
import { toE164 } from '../outbound/phone-number.ts';
import { personalities, type Personality } from '../phones/personality.ts';
import type { Control } from './control.ts';
import type { Change, Live } from './live.ts';
import { summary } from './views.ts';

const rate = z.number().min(0).max(1);
const count = z.number().int().min(1).nullable();
const phone = z.string().transform((text, checked) => {
  const number = toE164(text);
  if (number) return number;
  checked.addIssue({ code: 'custom', message: 'is not a phone number' });
  return z.NEVER;
});

const inputs = {
  faults: z.strictObject(Object.fromEntries(faultNames.map(name => [name, rate.optional()]))),
  settings: z.strictObject({
    segmentsPerSecond: z.number().positive().max(10_000).optional(),
    queueSeconds: z.number().positive().optional(),
    receiptMs: z.tuple([z.number().min(0), z.number().min(0)]).optional(),
    slowMs: z.number().min(0).optional(),
    lateMs: z.number().min(0).optional(),
    dailyLimit: count.optional(),
    pairLimit: count.optional(),
    concurrentRequests: count.optional(),
    answering: z.boolean().optional(),
    answerMs: z.number().min(0).optional(),
    optOutHandling: z.boolean().optional(),
  }),
  number: z.strictObject({
    phoneNumber: phone,
    smsUrl: z.url().optional(),
    statusCallback: z.url().optional(),
    sms: z.boolean().optional(),
    segmentsPerSecond: z.number().positive().optional(),
  }),
  text: z.strictObject({ to: phone, body: z.string().max(1_600), mediaUrls: z.array(z.url()).max(10).optional() }),
  phone: z.strictObject({
    answers: z.boolean().optional(),
    personality: z.enum(Object.keys(personalities) as [Personality]).optional(),
  }),
};

const keepAliveMs = 15_000;

/** The control of the simulator over HTTP, for its page and for tests in another process. JSON only, so that no other site's form can use it. */
export function controlApi(network: Network, control: Control, live: Live): Hono {
  const app = new Hono();

  async function read<T extends z.ZodType>(c: Context, schema: T): Promise<z.output<T>> {
    if (!/^application\/json\b/.test(c.req.header('content-type') ?? '')) throw new Error('JSON is expected.');
    const parsed = schema.safeParse(await c.req.json());
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new Error(`${issue?.path.join('.') || 'The input'}: ${issue?.message}`);
  }
  const number = (c: Context) => {
    const found = toE164(c.req.param('number') ?? '');
    if (!found) throw new Error('That is not a phone number.');
    return found;
  };

  app.get('/state', c =>
    c.json({ summary: summary(network), phones: control.phones({ limit: 60 }), faultTable, personalities }),
  );
  app.get('/phones', c => c.json(control.phones({ search: c.req.query('search') ?? '', limit: 60 })));
  app.get('/phones/:number', c => c.json(control.phone(number(c))));
  app.patch('/phones/:number', async c => {
    const { answers, personality } = await read(c, inputs.phone);
    const changed = { ...(answers === undefined ? {} : { answers }), ...(personality ? { personality } : {}) };
    control.setPhone(number(c), changed);
    return c.json(control.phone(number(c)));
  });
  app.post('/phones/:number/texts', async c => {
    const { to, body, mediaUrls = [] } = await read(c, inputs.text);
    const { message } = control.text({ from: number(c), to, body, mediaUrls });
    return c.json({ sid: message.sid }, 201);
  });
  app.patch('/faults', async c => {
    control.setFaults(given(await read(c, inputs.faults)));
    return c.json(control.faults());
  });
  app.patch('/settings', async c => {
    control.setSettings(given(await read(c, inputs.settings)));
    return c.json(control.settings());
  });
  app.post('/numbers', async c => {
    const { phoneNumber, ...rest } = await read(c, inputs.number);
    const { sid } = control.addNumber({ phoneNumber, ...given(rest) });
    return c.json({ sid }, 201);
  });
  app.post('/reset', async c => {
    await read(c, z.strictObject({}));
    control.reset();
    return c.json({});
  });
  app.get('/messages', c => c.json(control.messages().map(({ told: _, ...message }) => message)));
  app.get('/warnings', c => c.json(control.warnings()));

  app.get('/events', c =>
    streamSSE(c, async stream => {
      let newest: Change | null = null;
      let wake = () => {};
      const stop = live.listen(change => {
        newest = change;
        wake();
      });
      stream.onAbort(() => {
        stop();
        wake();
      });
      await stream.writeSSE({ event: 'open', data: '{}' });
      while (!stream.aborted) {
        const alive = setTimeout(() => wake(), keepAliveMs);
        if (!newest) await new Promise<void>(resolve => (wake = resolve));
        clearTimeout(alive);
        const change = newest as Change | null;
        newest = null;
        if (stream.aborted) break;
        if (change) await stream.writeSSE({ event: 'change', data: JSON.stringify(change) });
        else await stream.write(': alive\n\n');
      }
      stop();
    }),
  );
  app.onError((error, c) => c.json({ error: error.message }, 400));
  return app;
}

/** Without what was left out, which `undefined` would overwrite. */
function given<T extends object>(all: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as never;
}
