import type { KitError } from './kit-error.ts';
import type { Session } from './session.ts';

/** The server says something at least every 15 s; a stream that is silent for longer than this is dead. */
const silenceMs = 40_000;

/**
 * Opens one of the server's streams, spoken by tRPC's documented form of events. The token goes in a header, never in the
 * address, so the browser's own EventSource will not do. Answers with the way to close. `onEnd` comes once, when the stream
 * has ended by itself or could not be had, and says whether the server did not take the token.
 */
export function openStream<T>(options: {
  endpoint: string;
  session: Session;
  path: 'operations.watch' | 'requests.watch' | 'requests.watchWaiting' | 'texting.watch' | 'review.watch';
  input: Record<string, unknown>;
  lastEventId: string | undefined;
  onPush: (pushed: T, eventId: string) => void;
  onConnected: () => void;
  onEnd: (refused: boolean) => void;
}): () => void {
  const life = new AbortController();
  let left = false;
  const close = () => {
    left = true;
    life.abort();
  };
  listen(options, life).then(
    refused => !left && options.onEnd(refused),
    () => !left && options.onEnd(false),
  );
  return close;
}

type Options<T> = Parameters<typeof openStream<T>>[0];

async function listen<T>(options: Options<T>, life: AbortController): Promise<boolean> {
  const { endpoint, session, path, lastEventId, onPush, onConnected } = options;
  const input = JSON.stringify({ ...options.input, ...(lastEventId === undefined ? {} : { lastEventId }) });
  const response = await fetch(`${endpoint}/trpc/${path}?input=${encodeURIComponent(input)}`, {
    credentials: 'omit',
    cache: 'no-store',
    headers: { accept: 'text/event-stream', authorization: `Bearer ${await session.token()}` },
    signal: life.signal,
  });
  if (!response.ok || !response.body) return isRefused(((await response.json()) as { error?: unknown }).error);
  for await (const { event, data, id } of eventsOf(response.body, life)) {
    if (event === 'connected') onConnected();
    else if (event === 'serialized-error') return isRefused(JSON.parse(data));
    else if (event === 'return') return false;
    else if (event === '') onPush(JSON.parse(data) as T, id);
  }
  return false;
}

/** The server did not take the token, or no longer: a stream says so inside of a 200, when its headers are out. */
const isRefused = (error: unknown): boolean =>
  (error as { data?: Partial<KitError> } | undefined)?.data?.code === 'session_expired';

type Heard = { event: string; data: string; id: string };

async function* eventsOf(body: ReadableStream<Uint8Array>, life: AbortController): AsyncGenerator<Heard> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let heard: Heard = { event: '', data: '', id: '' };
  let rest = '';
  for (;;) {
    const silence = setTimeout(() => life.abort(), silenceMs);
    const { done, value } = await reader.read().finally(() => clearTimeout(silence));
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() as string;
    for (const line of lines) {
      const [, field, content] = /^(\w+): ?(.*?)\r?$/.exec(line) ?? [];
      if (field === 'event' || field === 'data' || field === 'id') heard[field] = content as string;
      else if (heard.event !== '' || heard.data !== '') {
        yield heard;
        heard = { event: '', data: '', id: '' };
      }
    }
  }
}
