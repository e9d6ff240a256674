import type { Mint } from '@campaign-kit/widgets';

/** What the page knows before any script runs: where the texting server is, and the campaigns of the table. */
export type Host = { endpoint: string; campaigns: { id: number; title: string }[] };

/** The host's data block. */
export const readHost = (): Host => JSON.parse(document.querySelector('#host')?.textContent ?? '{}') as Host;

/** Asks this page's own server for a token. It knows who is signed in; the secret key never comes here. */
export const fetchSession: Mint = async ({ signal }) => {
  const answer = await fetch('texting-session', { method: 'POST', signal });
  if (!answer.ok) throw new Error(`No session: ${answer.status}`);
  return (await answer.json()) as { token: string; expiresAt: number };
};

/** The elements come when the page stands already, as they do from a script tag: nothing waits for them. */
export const defineElements = () => import('./define.ts');
