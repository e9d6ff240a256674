import type { Api } from './contract.ts';
import { KitError } from './kit-error.ts';

type Call = {
  path: string;
  input: unknown;
  signal: AbortSignal | undefined;
  resolve: (data: unknown) => void;
  reject: (thrown: unknown) => void;
};
type Answer = {
  result?: { data?: unknown };
  error?: { message: string; data?: Partial<ConstructorParameters<typeof KitError>[0]> };
};

const longestUrl = 4000;

/**
 * The server's procedures as a typed object, spoken by tRPC's documented HTTP form: queries of one moment go together.
 * tRPC's own client weighs a third of a first element; it comes with the stream, when something runs.
 */
export function createClient(endpoint: string, token: () => string): Api {
  let waiting: Call[] = [];

  const send = async (url: string, init: RequestInit): Promise<unknown> => {
    const response = await fetch(url, {
      ...init,
      credentials: 'omit',
      headers: { ...init.headers, authorization: `Bearer ${token()}` },
    });
    try {
      return await response.json();
    } catch (cause) {
      throw new KitError(
        { code: 'server', message: `The server answered ${response.status}.`, retryable: true },
        { cause },
      );
    }
  };

  const query = (path: string, input: unknown, signal?: AbortSignal): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setTimeout(flush);
      waiting.push({ path, input, signal, resolve, reject });
      signal?.addEventListener('abort', () => reject(dropped()));
    });

  const mutate = async (path: string, input: unknown, signal?: AbortSignal): Promise<unknown> => {
    const body = json(input ?? {});
    const headers = { 'content-type': 'application/json' };
    return read(await send(`${endpoint}/trpc/${path}`, { method: 'POST', body, headers, signal: signal ?? null }));
  };

  function flush(): void {
    const calls = waiting.filter(call => !call.signal?.aborted);
    waiting = [];
    while (calls.length > 0) {
      let together = calls.length;
      while (together > 1 && urlOf(calls.slice(0, together)).length > longestUrl) together = Math.ceil(together / 2);
      void ask(calls.splice(0, together));
    }
  }

  const urlOf = (calls: readonly Call[]) => {
    const inputs = Object.fromEntries(calls.flatMap(({ input }, at) => (input === undefined ? [] : [[at, input]])));
    const paths = calls.map(call => call.path).join(',');
    return `${endpoint}/trpc/${paths}?batch=1&input=${encodeURIComponent(json(inputs))}`;
  };

  async function ask(calls: readonly Call[]): Promise<void> {
    const dropAll = new AbortController();
    for (const { signal } of calls) {
      signal?.addEventListener('abort', () => {
        if (calls.every(call => call.signal?.aborted)) dropAll.abort();
      });
    }
    try {
      const answers = await send(urlOf(calls), { signal: dropAll.signal });
      calls.forEach((call, at) => {
        try {
          call.resolve(read(Array.isArray(answers) ? answers[at] : answers));
        } catch (thrown) {
          call.reject(thrown);
        }
      });
    } catch (thrown) {
      for (const call of calls) call.reject(thrown);
    }
  }

  return members(noun =>
    members(name => ({
      query: (input: unknown, options?: { signal?: AbortSignal }) => query(`${noun}.${name}`, input, options?.signal),
      mutate: (input: unknown, options?: { signal?: AbortSignal }) => mutate(`${noun}.${name}`, input, options?.signal),
    })),
  ) as Api;
}

/** Past the `toJSON` that old libraries of a host put on arrays and strings. */
const json = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key) {
    return this[key];
  });

function read(answer: unknown): unknown {
  const { result, error } = (answer ?? {}) as Answer;
  if (result) return result.data;
  throw new KitError({
    retryable: true,
    ...error?.data,
    code: error?.data?.code ?? 'server',
    message: error?.message ?? 'The server answered something else.',
  });
}

const dropped = () => new DOMException('The call was dropped.', 'AbortError');

/** An object that has whatever it is asked for; what there is, the type says. */
const members = (make: (name: string) => unknown): unknown =>
  new Proxy({}, { get: (_, name) => (typeof name === 'string' ? make(name) : undefined) });
