import { createTRPCClient, httpSubscriptionLink } from '@trpc/client';
import type { AppRouter } from '@campaign-kit/server/api';
import { EventSource } from 'eventsource';
import type { Pushed } from './contract.ts';
import type { Session } from './session.ts';

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
  const client = createTRPCClient<AppRouter>({
    links: [
      httpSubscriptionLink({
        url: `${options.endpoint}/trpc`,
        EventSource,
        eventSourceOptions: {
          fetch: async (url, init) => {
            const token = await session.token();
            const response = await send(url, init, token);
            if (response.status !== 401) return response;
            return send(url, init, await session.renew('unauthorized', token));
          },
        },
      }),
    ],
  });

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
