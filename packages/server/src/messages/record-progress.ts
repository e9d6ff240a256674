import { inArray, or } from 'drizzle-orm';
import type { CountKeeper } from '../conversations/count-keeper.ts';
import type { Transaction } from '../db/open.ts';
import { messages } from '../db/schema/conversations.ts';
import type { Message } from './move-message.ts';
import { moveOn, type Told } from './move-on.ts';
import { writeMoved } from './write-moved.ts';

/** What was told, and of which message and which try, as far as whoever told it knew. */
export type ToldOf = Told & { readonly messageId: number | null; readonly attempt: number | null };

/** What moves on without a failure, many in a handful of statements; in the order in which it was told. */
export async function recordProgress(
  tx: Transaction,
  told: readonly ToldOf[],
  keeper: CountKeeper,
  now: number,
): Promise<void> {
  const rows = await messagesOf(tx, told);
  const before = new Map(rows.map(row => [row.id, row]));
  const after = new Map(before);
  const named = new Map(rows.flatMap(({ id, serviceSid }) => (serviceSid === null ? [] : [[serviceSid, id]])));
  for (const one of told) {
    const id = named.get(one.sid ?? '') ?? one.messageId;
    const message = id === null ? undefined : after.get(id);
    if (!message || !isAbout(one, message)) continue;
    const moved = moveOn(message, one, now);
    after.set(message.id, moved);
    if (moved.serviceSid !== null) named.set(moved.serviceSid, moved.id);
  }
  const moved = rows.map(row => ({ before: row, after: after.get(row.id)! }));
  await writeMoved(tx, moved, keeper, now);
}

/** The provider's name for it is the message's own; or it has none yet, and the try is the one that it stands at. */
export const isAbout = ({ sid, attempt }: ToldOf, message: Message): boolean =>
  (sid !== null && message.serviceSid === sid) ||
  (message.serviceSid === null && message.attempts === attempt && !message.inbound);

export async function messagesOf(tx: Transaction, told: readonly ToldOf[]): Promise<Message[]> {
  const sids = told.flatMap(({ sid }) => sid ?? []);
  const ids = told.flatMap(({ messageId }) => messageId ?? []);
  if (sids.length + ids.length === 0) return [];
  return tx
    .select()
    .from(messages)
    .where(or(inArray(messages.serviceSid, sids), inArray(messages.id, ids)));
}
