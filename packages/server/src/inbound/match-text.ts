import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/open.ts';

export type OurNumber = { id: number; organizationId: number; phone: number; inboxCampaignId: number | null };

/** The conversation that we last wrote to this phone from this number in; null for what nobody of ours began. */
export async function matchText(
  tx: Pick<Transaction, 'all'>,
  number: OurNumber,
  phone: number,
): Promise<number | null> {
  const [found] = await tx.all<{ id: number }>(sql`
    SELECT c.id FROM conversations AS c INDEXED BY conversations_phone
    WHERE c.phone = ${phone} AND c.organization_id = ${number.organizationId}
      AND (c.phone_number_id = ${number.id} OR c.campaign_id = ${number.inboxCampaignId} OR (
        c.phone_number_id IS NULL AND c.last_messaged_at IS NOT NULL
        AND (SELECT phone_number_id FROM campaigns WHERE id = c.campaign_id) = ${number.id}))
    ORDER BY c.phone_number_id IS NULL, ifnull(c.last_messaged_at, 0) DESC, c.id DESC LIMIT 1`);
  return found ? Math.trunc(found.id) : null;
}
