import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/open.ts';

/** Ids of neighbours: `count` of them from `firstId` on. */
export type Ids = { readonly firstId: number; readonly count: number };

const blockSize = 65_536;

type Last = { firstId: number; lastId: number; nextId: number } | undefined;

/**
 * Takes ids for new conversations out of the campaign's last block, lengthens it when no other campaign's stands behind it,
 * or begins another. Blocks of all campaigns share one row of numbers, so it happens in the write transaction.
 */
export async function takeIds(tx: Transaction, campaignId: number, count: number): Promise<Ids[]> {
  if (count === 0) return [];
  const [taken] = await tx.all<{ firstId: number }>(sql`
    UPDATE conversation_blocks SET next_id = next_id + ${count}
    WHERE first_id = (SELECT max(first_id) FROM conversation_blocks WHERE campaign_id = ${campaignId})
      AND next_id + ${count} - 1 <= last_id
    RETURNING next_id - ${count} AS firstId`);
  if (taken) return [{ firstId: Math.trunc(taken.firstId), count }];
  const [own] = await tx.all<NonNullable<Last>>(sql`
    SELECT first_id AS firstId, last_id AS lastId, next_id AS nextId
    FROM conversation_blocks WHERE campaign_id = ${campaignId} ORDER BY first_id DESC LIMIT 1`);
  const free = own ? own.lastId - own.nextId + 1 : 0;

  const [all] = await tx.all<{ lastId: number }>(sql`
    SELECT ifnull((SELECT last_id FROM conversation_blocks ORDER BY first_id DESC LIMIT 1), 0) AS lastId`);
  const lastId = all?.lastId ?? 0;
  const blocks = Math.ceil((count - free) / blockSize);
  if (own && own.lastId === lastId) return [await take(tx, own, count, blocks)];

  const rest = own && free > 0 ? [await take(tx, own, free)] : [];
  const firstId = lastId + 1;
  await tx.run(sql`
    INSERT INTO conversation_blocks (first_id, last_id, next_id, campaign_id)
    VALUES (${firstId}, ${lastId + blocks * blockSize}, ${firstId + count - free}, ${campaignId})`);
  return [...rest, { firstId, count: count - free }];
}

async function take(tx: Transaction, { firstId, nextId }: NonNullable<Last>, count: number, longer = 0): Promise<Ids> {
  await tx.run(sql`
    UPDATE conversation_blocks SET next_id = next_id + ${count}, last_id = last_id + ${longer * blockSize}
    WHERE first_id = ${firstId}`);
  return { firstId: nextId, count };
}
