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
    const again = () => ask(call);
    try {
      const token = await session.token();
      try {
        return await call(client);
      } catch (thrown) {
        if (isAbort(thrown) || KitError.from(thrown).code !== 'session_expired') throw thrown;
        await session.renew('unauthorized', token);
        return await call(client);
      }
    } catch (thrown) {
      if (isAbort(thrown)) throw thrown;
      const error = KitError.from(thrown, again);
      onError(error);
      throw error;
    }
  };
}
