import { expect, test } from 'vitest';
import { isPublicAddress, publicLookup } from './public-address.ts';

for (const [address, open] of [
  ['8.8.8.8', true],
  ['93.184.216.34', true],
  ['172.15.255.255', true],
  ['172.16.0.1', false],
  ['10.0.0.1', false],
  ['127.0.0.1', false],
  ['169.254.169.254', false],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['2606:4700:4700::1111', true],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['2001:db8::1', false],
  ['localhost', false],
] as const) {
  test(`${address} is ${open ? 'public' : 'not public'}`, () => expect(isPublicAddress(address)).toBe(open));
}

for (const all of [true, false]) {
  test(`a name that means this machine is not found${all ? ', whichever of its addresses' : ''}`, async () => {
    const error = await new Promise(resolve => publicLookup('localhost', { all }, found => resolve(found)));
    expect(error).toMatchObject({ name: 'PrivateAddress' });
  });
}
