import { textRequests } from '@campaign-kit/server/db/schema/conversations';
import type { World } from '@campaign-kit/server/world';
import type { Organization } from './organization.ts';

const minute = 60_000;

/** Who asked, for what, and how many minutes ago: from the days when an admin decided about each request. */
const asked = [
  ['Marisol Vega', 'unsent', 200, 64],
  ['Chidinma Eze', 'unreplied', 25, 21],
  ['Thandiwe Dlamini', 'unsent', 80, 4],
] as const;

/** Requests of texters that wait for an admin. */
export async function seedRequests({ db, now }: World, { id: organizationId, users }: Organization): Promise<void> {
  const rows = asked.flatMap(([name, kind, count, minutesAgo]) => {
    const user = users.find(one => one.name === name);
    const createdAt = now() - minutesAgo * minute;
    return user ? [{ organizationId, userId: user.id, kind, asked: count, state: 'waiting' as const, createdAt }] : [];
  });
  await db.write(async tx => void (await tx.insert(textRequests).values(rows)));
}
