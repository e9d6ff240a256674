import { createTRPCClient, httpSubscriptionLink } from '@trpc/client';
import type { AppRouter } from '@campaign-kit/server/api';
import { EventSource } from 'eventsource';
import type { Pushed } from './contract.ts';
import type { KitError } from './kit-error.ts';
import type { Session } from './session.ts';

/**
 * Opens the server's stream of changes. The token goes in a header, never in the address, so the browser's own
 * EventSource will not do. Answers with the way to close; `onEnd` says that the stream will not come back by itself, and
 * whether the server did not take the token.
 */
export function openStream(options: {
  endpoint: string;
  session: Session;
  lastEventId: string | undefined;
  onPush: (pushed: Pushed, eventId: string) => void;
  onConnection: (connected: boolean) => void;
  onEnd: (refused: boolean) => void;
}): () => void {
  const client = createTRPCClient<AppRouter>({
    links: [
      httpSubscriptionLink({
        url: `${options.endpoint}/trpc`,
        EventSource,
        eventSourceOptions: {
          fetch: async (url, init) =>
            fetch(url, {
              ...init,
              credentials: 'omit',
              headers: { ...init.headers, authorization: `Bearer ${await options.session.token()}` },
            }),
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
      // A stream says so inside of a 200: by then its headers are out.
      onError: ({ data }) => options.onEnd((data as Partial<KitError> | null)?.code === 'session_expired'),
      onComplete: () => options.onEnd(false),
    },
  );
  return () => subscription.unsubscribe();
}
