import { KitError } from './kit-error.ts';

/** The error as it really is, when the server answers but lets no page of this origin read it; else null. */
export async function refusedOrigin(endpoint: string, error: KitError): Promise<KitError | null> {
  const answers = (path: string) =>
    fetch(endpoint + path, { credentials: 'omit', cache: 'no-store' }).then(
      () => true,
      () => false,
    );
  if (!(await answers('/healthz')) || (await answers('/trpc/sessions.current'))) return null;
  const { retry } = error;
  const message = `The server does not allow pages of ${location.origin}.`;
  return new KitError({ code: 'origin_not_allowed', message, reason: 'refusal.origin', retry }, { cause: error });
}
