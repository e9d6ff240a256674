import { createClient } from './client.ts';
import type { Api } from './contract.ts';
import { KitError, isAbort } from './kit-error.ts';
import type { Session } from './session.ts';

/** Calls the server. Every failure is a `KitError` but an abort, which stays what it is. */
export type Ask = <T>(call: (api: Api) => Promise<T>) => Promise<T>;

/** A typed client that carries the session's token, and renews it once when the server no longer takes it. */
export function createAsk(endpoint: string, session: Session, onError: (error: KitError) => void): Ask {
  const client = createClient(endpoint, () => session.current);

  return async function ask(call) {
    const again = async () => {
      if (session.state === 'expired') await session.renew('reconnect');
      return ask(call);
    };
    try {
      const token = await session.token();
      try {
        return await call(client);
      } catch (thrown) {
        if (!isRefused(thrown)) throw thrown;
      }
      const fresh = await session.renew('unauthorized', token);
      try {
        return await call(client);
      } catch (thrown) {
        if (isRefused(thrown)) session.refuse(fresh, thrown);
        throw thrown;
      }
    } catch (thrown) {
      if (isAbort(thrown)) throw thrown;
      const error = await named(KitError.from(thrown, again), endpoint);
      onError(error);
      throw error;
    }
  };
}

/** A browser says "no network" also where the server lets no page of this origin in; then the error says that. */
async function named(error: KitError, endpoint: string): Promise<KitError> {
  if (error.code !== 'network' || !navigator.onLine) return error;
  const { refusedOrigin } = await import('./refused-origin.ts').catch(() => ({ refusedOrigin: null }));
  return (await refusedOrigin?.(endpoint, error)) ?? error;
}

/** The server did not take the token. */
const isRefused = (thrown: unknown): thrown is KitError =>
  thrown instanceof KitError && thrown.code === 'session_expired';
