import { createTRPCClient, httpSubscriptionLink } from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';
import { EventSource } from 'eventsource';
import type { Pushed } from './contract.ts';
import type { Session } from './session.ts';

type Subscribe = {
  operations: {
    watch: {
      subscribe: (
        input: { campaignId: number | null; lastEventId?: string },
        handlers: {
          onData: (data: { id: string; data: Pushed }) => void;
          onConnectionStateChange: (state: { state: 'idle' | 'connecting' | 'pending' }) => void;
          onError: (error: unknown) => void;
          onComplete: () => void;
        },
      ) => { unsubscribe: () => void };
    };
  };
};

/**
 * Opens the server's stream of changes. The token goes in a header, never in the address, so the browser's own
 * EventSource will not do. Answers with the way to close; `onEnd` says that the stream will not come back by itself.
 */
export function openStream(options: {
  endpoint: string;
  session: Session;
  lastEventId: string | undefined;
  onPush: (pushed: Pushed, eventId: string) => void;
  onConnection: (connected: boolean) => void;
  onEnd: () => void;
}): () => void {
  const { session } = options;
  const send = (url: string | URL, init: RequestInit, token: string) =>
    fetch(url, {
      ...init,
      credentials: 'omit',
      headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${token}` },
    });
  const client = createTRPCClient<AnyTRPCRouter>({
    links: [
      httpSubscriptionLink({
        url: `${options.endpoint}/trpc`,
        EventSource,
        eventSourceOptions: {
          fetch: async (url, init) => {
            const token = await session.token();
            const response = await send(url, init as RequestInit, token);
            if (response.status !== 401) return response;
            return send(url, init as RequestInit, await session.renew('unauthorized', token));
          },
        },
      }),
    ],
  }) as unknown as Subscribe;

  const { lastEventId } = options;
  const subscription = client.operations.watch.subscribe(
    { campaignId: null, ...(lastEventId === undefined ? {} : { lastEventId }) },
    {
      onData: ({ id, data }) => options.onPush(data, id),
      onConnectionStateChange: ({ state }) => options.onConnection(state === 'pending'),
      onError: () => options.onEnd(),
      onComplete: () => options.onEnd(),
    },
  );
  return () => subscription.unsubscribe();
}
