import { sql } from 'drizzle-orm';
import type { Reader } from '../db/open.ts';
import type { SignedIn } from '../trpc/context.ts';
import { texterOf } from './texter-of.ts';

/** Conversations of a texter: those that wait for a first text or for an answer, and all that a release would take. */
export type HeldByTexter = { unsent: number; unreplied: number; all: number };

/** Counted in the indexes of what texters hold, whatever the state of the conversations' campaigns. */
export async function heldByTexter(read: Pick<Reader, 'all'>, texterId: number): Promise<HeldByTexter> {
  const [row] = await read.all<HeldByTexter>(sql`
    SELECT
      (SELECT count(*) FROM conversations INDEXED BY conversations_held_unsent
        WHERE texter_id = ${texterId} AND status = 1 AND texter_id IS NOT NULL) AS unsent,
      (SELECT count(*) FROM conversations INDEXED BY conversations_held_unreplied
        WHERE texter_id = ${texterId} AND status = 2 AND texter_id IS NOT NULL) AS unreplied,
      (SELECT count(*) FROM conversations INDEXED BY conversations_texter
        WHERE texter_id = ${texterId} AND texter_id IS NOT NULL) AS "all"`);
  return row ?? { unsent: 0, unreplied: 0, all: 0 };
}

/** The same for one of the organization's own. */
export async function showHeld({ db, session }: SignedIn, { texterId }: { texterId: number }): Promise<HeldByTexter> {
  await texterOf(db.read, session.organizationId, texterId);
  return heldByTexter(db.read, texterId);
}
