import type { Mint, Minted } from './session.ts';

/** A mint that asks an address of the host's own server, with the host's own cookies. `url` is for who looks for faults. */
export function mintFromUrl(url: string): Mint & { readonly url: string } {
  const mint: Mint = async ({ reason, signal }) => {
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ reason }),
      signal,
    });
    if (!response.ok) throw new Error(`The session address answered ${response.status}.`);
    if (!response.headers.get('content-type')?.includes('json')) {
      throw new Error('The session address gave no JSON; a log-in page perhaps.');
    }
    return (await response.json()) as Minted;
  };
  return Object.assign(mint, { url });
}
