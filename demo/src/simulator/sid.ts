import { randomBytes } from 'node:crypto';

/** What the first two letters of a SID say that it names. */
export type SidPrefix = 'AC' | 'SM' | 'MM' | 'ME' | 'PN' | 'MG';

/** A SID that no other run gives out either: a database outlives the simulator that filled it. */
export function newSid(prefix: SidPrefix): string {
  return prefix + randomBytes(16).toString('hex');
}
