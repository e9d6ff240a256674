import { createServer } from 'node:net';
import type { Port } from './settings.ts';

/** The port, or the next free one; a port that was asked for by name is not replaced. `not`: taken by us already. */
export async function freePort(
  { number, fixed, variable }: Port,
  host: string,
  not: readonly number[],
): Promise<number> {
  const tries = fixed || number === 0 ? 1 : 50;
  for (let candidate = number; candidate < number + tries; candidate++) {
    if (candidate !== 0 && not.includes(candidate)) continue;
    const found = await listening(candidate, host);
    if (found !== null) return found;
  }
  throw new Error(
    `Port ${number} is taken. End what listens there, or choose another: ${variable}=${number + 100} npm start`,
  );
}

function listening(port: number, host: string): Promise<number | null> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
