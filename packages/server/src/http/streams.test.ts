import { expect, test } from 'vitest';
import { appRouter } from '../api.ts';
import { testApp } from '../fixture/test-app.ts';
import { crm } from '../fixture/test-server.ts';
import { emit } from '../realtime/emit.ts';
import { createStreams } from './streams.ts';

/** Listens like an element does, and reads as far as asked. */
async function listening() {
  const opened: number[] = [];
  const streams = createStreams(open => opened.push(open));
  const made = await testApp({ streams });
  const bearer = await made.token();
  const client = new AbortController();
  const input = encodeURIComponent(JSON.stringify({ campaignId: null, lastEventId: '0' }));
  const answer = await made.app.request(`/trpc/operations.watch?input=${input}`, {
    headers: { authorization: `Bearer ${bearer}`, origin: crm, accept: 'text/event-stream' },
    signal: client.signal,
  });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  async function hear(words: string) {
    while (!heard.includes(words)) {
      const { done, value } = await reader.read();
      if (done) throw new Error(`the stream ended with: ${heard}`);
      heard += value;
    }
  }
  async function ends() {
    while (!(await reader.read()).done);
  }
  await hear('event: connected');
  return { ...made, answer, streams, opened, bearer, client, hear, ends };
}

test('an element hears of what happens, over a bearer header', async () => {
  const { answer, hear, server, organization } = await listening();
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  expect(answer.headers.get('access-control-allow-origin')).toBe(crm);
  await server.db.write(tx => emit(tx, organization.id, { type: 'campaignChanged', campaignId: 7 }, server.now()));
  server.world.bus.poke();
  await hear('"campaignId":7');
});

test('a stream that is quiet is kept alive', () => {
  expect(appRouter._def._config.sse?.ping).toEqual({ enabled: true, intervalMs: 15_000 });
});

test('a stream ends with its session', async () => {
  const { streams, host, ends, opened } = await listening();
  await streams.recheck();
  expect(streams.size).toBe(1);
  await host('/v1/embed-sessions/revoke', { user: { externalId: 'u1' } });
  await streams.recheck();
  await ends();
  expect(opened).toEqual([1, 0]);
});

test('a stream ends when the server stops', async () => {
  const { streams, ends } = await listening();
  streams.close();
  await ends();
  expect(streams.size).toBe(0);
});

test('a stream of a client that went away is forgotten', async () => {
  const { streams, client } = await listening();
  client.abort();
  expect(streams.size).toBe(0);
});

test('without a session a stream says why and holds nothing open', async () => {
  const streams = createStreams();
  const { app } = await testApp({ streams });
  const input = encodeURIComponent(JSON.stringify({ campaignId: null }));
  const headers = { accept: 'text/event-stream', origin: crm };
  const answer = await app.request(`/trpc/operations.watch?input=${input}`, { headers });
  expect(await answer.text()).toContain('session_expired');
  expect(streams.size).toBe(0);
});

test('a stream that is refused, or is no stream, holds nothing open', async () => {
  const streams = createStreams();
  const { app, token } = await testApp({ streams });
  const headers = { accept: 'text/event-stream', authorization: `Bearer ${await token()}` };
  for (const path of ['operations.watch?input=1', 'operations.none', 'sessions.current']) {
    await (await app.request(`/trpc/${path}`, { headers })).text();
    expect([path, streams.size]).toEqual([path, 0]);
  }
});
