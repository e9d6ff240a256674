import { sql } from 'drizzle-orm';
import type { Role } from '@campaign-kit/shared/scopes';
import type { SignedIn } from '../trpc/context.ts';

export type ListedTexter = {
  id: number;
  name: string;
  role: Role;
  suspendedAt: number | null;
  teams: { id: number; name: string }[];
  /** What waits with them for a first text, and for an answer. */
  unsent: number;
  unreplied: number;
};

type Asked = { text: string; teamId: number | null; after: number | null; limit: number };

/** Users of the organization by name: those whose name has the text in it, of one team where it is named. `next` goes in as `after`. */
export async function listTexters(
  { session, db }: SignedIn,
  { text, teamId, after, limit }: Asked,
): Promise<{ texters: ListedTexter[]; next: number | null }> {
  const { organizationId } = session;
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const behind =
    after === null
      ? sql``
      : sql` AND (u.name, u.id) > (SELECT name, id FROM users WHERE id = ${after} AND organization_id = ${organizationId})`;
  const inTeam =
    teamId === null
      ? sql``
      : sql` AND EXISTS (SELECT 1 FROM team_members AS m WHERE m.team_id = ${teamId} AND m.user_id = u.id)`;
  const [row] = await db.read.all<{ texters: string }>(sql`
    SELECT json_group_array(json_object('id', id, 'name', name, 'role', role, 'suspendedAt', suspended_at,
      'teams', json(teams), 'unsent', unsent, 'unreplied', unreplied)) AS texters FROM (
      SELECT u.id, u.name, u.role, u.suspended_at,
        (SELECT json_group_array(json_object('id', id, 'name', name)) FROM (
          SELECT t.id, t.name FROM team_members AS m CROSS JOIN teams AS t ON t.id = m.team_id
          WHERE m.user_id = u.id ORDER BY t.id)) AS teams,
        (SELECT count(*) FROM conversations INDEXED BY conversations_held_unsent
          WHERE texter_id = u.id AND status = 1 AND texter_id IS NOT NULL) AS unsent,
        (SELECT count(*) FROM conversations INDEXED BY conversations_held_unreplied
          WHERE texter_id = u.id AND status = 2 AND texter_id IS NOT NULL) AS unreplied
      FROM users AS u INDEXED BY users_name
      WHERE u.organization_id = ${organizationId} AND u.name LIKE ${pattern} ESCAPE '\\'${behind}${inTeam}
      ORDER BY u.name, u.id LIMIT ${limit + 1})`);
  const found = JSON.parse(row?.texters ?? '[]') as ListedTexter[];
  const texters = found.slice(0, limit);
  return { texters, next: found.length > limit ? (texters.at(-1)?.id ?? null) : null };
}
