import { eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { Reader, Transaction } from '../db/open.ts';
import { teams } from '../db/schema/organizations.ts';

/** The team, or a refusal that says there is none. */
export async function findTeam(db: Reader | Transaction, teamId: number) {
  const [found] = await db.select().from(teams).where(eq(teams.id, teamId));
  if (!found) throw new Refusal('not_found', 'refusal.noTeam', { id: String(teamId) });
  return found;
}
