import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/open.ts';
import { within } from './apply-verb.ts';
import { concernsOf, selected, type Selection } from './selections.ts';
import type { Chunk } from './verb.ts';

/** Which tag, and which operation puts it there: a tag that somebody set by hand is not taken away with it. */
export type Tagging = { readonly tagId: number; readonly operationId: number };

/** Puts the tag on the selected conversations of the chunk. A tag changes nothing in their rows. Returns how many. */
export async function tagConversations(
  tx: Transaction,
  chunk: Chunk,
  selection: Selection,
  { tagId, operationId }: Tagging,
): Promise<number> {
  const { leavesOut } = selection;
  const { rowsAffected } = await tx.run(sql`
    INSERT INTO conversation_tags (conversation_id, tag_id, operation_id)
    SELECT id, ${tagId}, ${operationId} FROM conversations NOT INDEXED
    WHERE ${within(chunk)} AND ${selected({ concerns: concernsOf(selection, chunk), leavesOut })} ON CONFLICT DO NOTHING`);
  return rowsAffected;
}

/** Takes away what the operation has put there and nobody has taken away since. */
export async function untagConversations(
  tx: Transaction,
  { firstId, lastId }: Chunk,
  { tagId, operationId }: Tagging,
): Promise<number> {
  const { rowsAffected } = await tx.run(sql`
    DELETE FROM conversation_tags
    WHERE tag_id = ${tagId} AND conversation_id BETWEEN ${firstId} AND ${lastId} AND operation_id = ${operationId}`);
  return rowsAffected;
}
