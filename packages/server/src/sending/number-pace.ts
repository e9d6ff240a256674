import { sql } from 'drizzle-orm';
import type { Campaign } from '../campaigns/campaign.ts';
import type { Reader } from '../db/open.ts';

/**
 * Messages a second that the campaign's number takes; without one of its own, all of the organization's together; and no more
 * than the organization may. Other campaigns on the same numbers are not thought of. 0: there is no number.
 */
export async function numberPace(
  db: Pick<Reader, 'all'>,
  { organizationId, phoneNumberId }: Campaign,
): Promise<number> {
  const [row] = await db.all<{ own: number | null; all: number | null; most: number | null }>(sql`
    SELECT sum(1000.0 / max(1, send_every_ms)) AS "all",
      sum(iif(id = ${phoneNumberId}, 1000.0 / max(1, send_every_ms), NULL)) AS own,
      (SELECT 1000.0 / send_every_ms FROM organizations WHERE id = ${organizationId}) AS most
    FROM phone_numbers WHERE organization_id = ${organizationId}`);
  return Math.min(row?.own ?? row?.all ?? 0, row?.most ?? Infinity);
}
