import { Refusal } from '@campaign-kit/shared/refusal';
import { organizations } from '../db/schema/organizations.ts';
import type { World } from '../world.ts';

/** A new tenant, with nobody and nothing in it. */
export async function createOrganization({ db, now }: World, { name, timeZone }: { name: string; timeZone: string }) {
  if (!isTimeZone(timeZone)) throw new Refusal('validation', 'refusal.input', { problem: `no time zone ${timeZone}` });
  return db.write(async tx => {
    const [made] = await tx.insert(organizations).values({ name, timeZone, createdAt: now() }).returning();
    return made!;
  });
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }) !== null;
  } catch {
    return false;
  }
}
