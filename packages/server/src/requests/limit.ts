import { sql } from 'drizzle-orm';
import type { Reader } from '../db/open.ts';

export type RequestRules = {
  readonly most: number;
  readonly approval: 'automatic' | 'admin';
  readonly suspended: boolean;
};

/** How many this texter may ask for at once: the largest limit of their teams, else the organization's. */
export async function requestRules(
  db: Pick<Reader, 'all'>,
  organizationId: number,
  userId: number,
): Promise<RequestRules> {
  const [row] = await db.all<{ most: number; approval: RequestRules['approval']; suspended: number }>(sql`
    SELECT o.request_approval AS approval, u.suspended_at IS NOT NULL AS suspended,
      ifnull((SELECT max(t.max_per_request) FROM team_members AS tm JOIN teams AS t ON t.id = tm.team_id
        WHERE tm.user_id = u.id), o.max_per_request) AS most
    FROM users AS u JOIN organizations AS o ON o.id = u.organization_id
    WHERE u.id = ${userId} AND u.organization_id = ${organizationId}`);
  return { most: row?.most ?? 0, approval: row?.approval ?? 'automatic', suspended: row?.suspended === 1 };
}
