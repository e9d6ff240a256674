import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { eq } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { conversationOf } from '../conversations/conversation-of.ts';
import { assistantTurns, messages } from '../db/schema/conversations.ts';
import { organizations, phoneNumbers } from '../db/schema/organizations.ts';
import { addCampaign } from '../fixture/add-campaign.ts';
import { testServer } from '../fixture/test-server.ts';
import { recordEvent } from '../conversations/record-event.ts';
import { oweAnswer } from './owe-answer.ts';
import { takeTurns } from './take-turns.ts';
import { webhookAssistant } from './webhook-assistant.ts';

type Request = { body: string; headers: IncomingMessage['headers'] };
type Answer = (response: ServerResponse, request: Request) => void;
const secret = 'a shared secret';
const json = (value: unknown, status = 200): Answer => {
  return response => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
};

/** A host's assistant: a real server that answers as the test says. */
async function host(answer: Answer) {
  const asked: Request[] = [];
  const does = { answer };
  const server = createServer((request, response) => {
    void text(request).then(body => {
      asked.push({ body, headers: request.headers });
      does.answer(response, asked.at(-1)!);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close(() => undefined).closeAllConnections());
  return { asked, does, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/assistant` };
}

/** A reply that waits for the assistant of the organization. */
async function waitingFor(url: string | null) {
  const server = await testServer();
  const { organizationId } = await server.session();
  await server.db.write(async tx => {
    await tx.insert(phoneNumbers).values({ organizationId, phone: 15_550_000_001 });
    await tx.update(organizations).set({ assistantUrl: url, assistantSecret: secret });
  });
  const now = server.now();
  const { ids } = await addCampaign(server, {
    organizationId,
    conversations: [{ status: 'messaged', lastMessagedAt: now - 60_000, assistant: true } as never],
  });
  const conversationId = ids[0]!;
  const reply = (body: string) =>
    server.db.write(async tx => {
      const event = { type: 'contactReplied', at: server.now() } as const;
      await recordEvent(tx, { organizationId, conversationId, event, message: { text: body }, now: server.now() });
      await oweAnswer(tx, conversationId, server.now());
    });
  await reply('Who are you?');
  server.pass(4_000);
  const world = { ...server.world, privateNetworks: true };
  const state = () => conversationOf(server.db.read, organizationId, conversationId);
  const answers = async () =>
    (await server.db.read.select().from(messages).where(eq(messages.assistant, true))).map(({ text }) => text);
  const turns = () => server.db.read.select().from(assistantTurns);
  return { server, world, organizationId, conversationId, reply, state, answers, turns };
}

test('the host’s assistant is told the thread, signed, and what it answers goes out', async () => {
  const { asked, url } = await host(json({ answer: ' We are the Harbor campaign. ' }));
  const { server, world, organizationId, conversationId, answers } = await waitingFor(url);
  await takeTurns(world);
  expect(await answers()).toEqual(['We are the Harbor campaign.']);
  const [{ body, headers }] = asked as [Request];
  expect(JSON.parse(body)).toMatchObject({
    organizationId,
    conversation: { id: conversationId, phone: expect.stringMatching(/^\+1555/) },
    contact: { firstName: `Ann ${conversationId}`, city: 'Troy' },
    messages: [{ from: 'contact', text: 'Who are you?', at: new Date(server.now() - 4_000).toISOString() }],
  });
  const [, seconds, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers['campaign-kit-signature'] as string)!;
  expect(Number(seconds)).toBe(Math.floor(server.now() / 1_000));
  expect(v1).toBe(createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex'));
  expect(headers['idempotency-key']).toMatch(/^\d+-\d+$/);
});

test('the host’s assistant may hand over', async () => {
  const { url } = await host(json({ handOver: true }));
  const { world, state, answers } = await waitingFor(url);
  await takeTurns(world);
  expect(await answers()).toEqual([]);
  expect(await state()).toMatchObject({ assistant: false, needsAttention: true });
});

for (const [why, answer] of [
  ['fails', json({}, 500)],
  ['answers something else', json({ reply: 'Hi' })],
  ['answers no JSON', response => response.end('Hi')],
  ['answers with nothing to say', json({ answer: ' ' })],
  ['answers without end', response => void response.write('x'.repeat(70_000))],
  ['sends elsewhere', response => response.writeHead(302, { location: '/other' }).end()],
  ['hangs up', response => response.destroy()],
] as [string, Answer][]) {
  test(`an assistant that ${why} is asked again, each time after a longer pause, and then a person has to look`, async () => {
    const { asked, url } = await host(answer);
    const { server, world, state, answers, turns } = await waitingFor(url);
    for (const pause of [5_000, 20_000, 80_000]) {
      await takeTurns(world);
      expect((await turns())[0]!.dueAt).toBe(server.now() + pause);
      server.pass(pause);
    }
    await takeTurns(world);
    expect(asked).toHaveLength(4);
    expect(new Set(asked.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect([await answers(), await turns()]).toEqual([[], []]);
    expect(await state()).toMatchObject({ assistant: false, needsAttention: true });
  });
}

test('an answer that comes after a further reply is not sent: the assistant is asked again about both', async () => {
  const { asked, does, url } = await host(() => undefined);
  const { server, world, reply, answers } = await waitingFor(url);
  does.answer = response => void reply('And where?').then(() => json({ answer: 'too late' })(response, asked[0]!));
  await takeTurns(world);
  expect(await answers()).toEqual([]);
  does.answer = json({ answer: 'both' });
  server.pass(4_000);
  await takeTurns(world);
  expect(await answers()).toEqual(['both']);
  expect(JSON.parse(asked[1]!.body).messages).toHaveLength(2);
});

test('a server that dies while it asks leaves the turn to another, which answers once', async () => {
  const { url, does, asked } = await host(() => undefined);
  const { server, world, answers } = await waitingFor(url);
  void takeTurns({ ...world, db: { ...world.db, write: dying(world.db.write) } }).catch(() => undefined);
  while (asked.length === 0) await new Promise(resolve => setImmediate(resolve));
  does.answer = json({ answer: 'Hello' });
  await takeTurns(world);
  expect(await answers()).toEqual([]);
  server.pass(30_000);
  await takeTurns(world);
  expect(await answers()).toEqual(['Hello']);
});

/** A process that lives for one write. */
function dying(write: Awaited<ReturnType<typeof testServer>>['db']['write']): typeof write {
  let writes = 0;
  return (work, wanted) => (writes++ === 0 ? write(work, wanted) : new Promise(() => undefined));
}

test('without an address or rules a person has to look', async () => {
  const { world, state } = await waitingFor(null);
  await takeTurns(world);
  expect(await state()).toMatchObject({ assistant: false, needsAttention: true });
});

const asked = {
  organizationId: 1,
  campaign: { id: 1, title: 'P1' },
  conversation: { id: 1, phone: '+15550000001' },
  contact: {},
  messages: [],
};

for (const address of [
  'http://localhost',
  'https://127.0.0.1',
  'https://[::1]',
  'https://localhost',
  'https://10.1.2.3',
]) {
  test(`an assistant at ${address} is not asked unless private networks are allowed`, async () => {
    const assistant = webhookAssistant({ url: address, secret, privateNetworks: false, now: () => 0 });
    await expect(assistant(asked)).rejects.toThrow();
    await expect(assistant(asked)).rejects.toMatchObject({ name: expect.stringMatching(/PrivateAddress|Webhook/) });
  });
}

test('an assistant that does not answer in time has not answered', async () => {
  const { url } = await host(() => undefined);
  const assistant = webhookAssistant({ url, secret, privateNetworks: true, now: () => 0, timeoutMs: 50 });
  await expect(assistant(asked)).rejects.toMatchObject({ name: 'WebhookFailure' });
});
