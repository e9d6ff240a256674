import { createHash, randomBytes } from 'node:crypto';

/** A new secret key: 32 random bytes that no one can guess, with a prefix that scanners of leaked keys can look for. */
export const newSecretKey = () => `ck_live_${randomBytes(32).toString('base64url')}`;

const shape = /^ck_live_[\w-]{43}$/;

/** What of a key is stored and looked up. A plain hash does: there is nothing to guess in 32 random bytes. */
export function hashOfKey(key: string): string | null {
  return shape.test(key) ? createHash('sha256').update(key).digest('hex') : null;
}
