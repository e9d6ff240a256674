import { sql } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import { tagConversations, untagConversations, type Tagging } from '../../conversations/tag-conversations.ts';
import { chunkAfter } from '../../operations/ranges.ts';
import { mostTags } from '../../texting/change-conversation.ts';
import { tagNamed } from '../../tags/tag-named.ts';
import type { MessageEffect, Work } from './effect.ts';

const idsAtOnce = 25_000;

/** A tag stands beside the conversation: who holds it and what an earlier operation did to it stay as they are. */
export const tag: MessageEffect<'tag'> = {
  leavesOut: ({ name }, organizationId) => [
    {
      reason: 'tagged',
      when: sql`EXISTS (
        SELECT 1 FROM conversation_tags AS ct WHERE ct.conversation_id = conversations.id AND ct.tag_id = (
          SELECT t.id FROM tags AS t WHERE t.organization_id = ${organizationId} AND t.name = ${name}))`,
    },
    {
      reason: 'tooManyTags',
      when: sql`(SELECT count(*) FROM conversation_tags AS ct WHERE ct.conversation_id = conversations.id) >= ${mostTags}`,
    },
  ],
  begin: async (tx, { name }, { organizationId, now }) => ({ tagId: await tagNamed(tx, organizationId, name, now) }),
  apply: (tx, chunk, selection, work) => tagConversations(tx, chunk, selection, tagging(work)),
  undo: (tx, chunk, work) => untagConversations(tx, chunk, tagging(work)),
  countUndoable: async (read, ranges, work) => {
    const { tagId, operationId } = tagging(work);
    let count = 0;
    for (let chunk = chunkAfter(ranges, 0, idsAtOnce); chunk; chunk = chunkAfter(ranges, chunk.lastId, idsAtOnce)) {
      const [row] = await read.all<{ count: number }>(sql`
        SELECT count(*) AS count FROM conversation_tags WHERE tag_id = ${tagId}
          AND conversation_id BETWEEN ${chunk.firstId} AND ${chunk.lastId} AND operation_id = ${operationId}`);
      count += row?.count ?? 0;
      await breathe();
    }
    return count;
  },
};

const tagging = ({ operationId, tagId }: Work<'tag'>): Tagging => ({ operationId, tagId: tagId ?? 0 });
