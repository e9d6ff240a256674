import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from './free-port.ts';

async function takenPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

test('the next port is taken where the usual one is not free', async () => {
  const number = await takenPort();
  const found = await freePort({ number, fixed: false, variable: 'DEMO_CRM_PORT' }, '127.0.0.1', []);
  expect(found).toBeGreaterThan(number);
});

test('a port that was asked for is not replaced, and the refusal says what to do', async () => {
  const number = await takenPort();
  const asked = freePort({ number, fixed: true, variable: 'DEMO_CRM_PORT' }, '127.0.0.1', []);
  await expect(asked).rejects.toThrow(
    `Port ${number} is taken. End what listens there, or choose another: DEMO_CRM_PORT=`,
  );
});
