import { sql, type SQL } from 'drizzle-orm';
import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import { codesOf, knownSmsErrors, type SmsReason } from '@campaign-kit/shared/sms-errors';
import { statusNumber } from '../db/columns.ts';
import type { Reader } from '../db/open.ts';
import type { Condition } from './condition.ts';
import { fullText } from './full-text.ts';
import { personCondition } from './person-condition.ts';

/** The conditions of a filter, but those on campaigns: one for each of its fields, and always that nothing is removed. */
export async function conditionsOf(
  read: Pick<Reader, 'all'>,
  organizationId: number,
  filter: ReviewFilter,
): Promise<Condition[]> {
  const { statuses, operator, from, to, person, words, deliveryError } = filter;
  const found: Condition[] = [
    { each: statuses ? isOneOf(statuses.map(status => statusNumber[status])) : sql`conversations.status >= 0` },
    { each: sql`conversations.organization_id = ${organizationId}` },
  ];
  if (filter.texters ?? filter.unassigned) found.push(texterCondition(filter));
  if (filter.tags) found.push(tagCondition(filter.tags));
  if (from !== undefined || to !== undefined) found.push(timeCondition(organizationId, filter));
  // These stand far back in a row, which is read only as far as it has to be.
  if (operator) found.push({ each: sql.raw(`conversations.assistant = ${Number(operator === 'assistant')}`) });
  for (const [name, fact] of facts)
    if (filter[name] !== undefined) found.push(factCondition(organizationId, fact, filter[name]));
  if (deliveryError) found.push(failedCondition(deliveryError));
  if (words !== undefined) found.push(wordsCondition(fullText(words)));
  if (person !== undefined) found.push(await personCondition(read, organizationId, person));
  return found;
}

const facts = [
  ['escalated', 'escalated'],
  ['optedOut', 'opted_out'],
  ['needsAttention', 'needs_attention'],
  ['likelyOptOut', 'likely_opt_out'],
] as const;

const list = (ids: readonly number[]): SQL => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;

const isOneOf = (statuses: readonly number[]): SQL => sql.raw(`conversations.status IN (${statuses.join()})`);

function texterCondition({ texters, unassigned }: ReviewFilter): Condition {
  if (!texters) return { each: sql`conversations.texter_id IS NULL` };
  const theirs = sql`conversations.texter_id IN ${list(texters)}`;
  if (unassigned) return { each: sql`(${theirs} OR conversations.texter_id IS NULL)` };
  return {
    each: theirs,
    ids: ({ firstId, lastId }) => sql`
      SELECT t.id FROM conversations AS t INDEXED BY conversations_texter
      WHERE t.texter_id IS NOT NULL AND t.texter_id IN ${list(texters)} AND t.id BETWEEN ${firstId} AND ${lastId}`,
  };
}

function tagCondition(tags: readonly number[]): Condition {
  const ids: Condition['ids'] = ({ firstId, lastId }) => sql`
    SELECT t.conversation_id AS id FROM conversation_tags AS t INDEXED BY conversation_tags_tag
    WHERE t.tag_id IN ${list(tags)} AND t.conversation_id BETWEEN ${firstId} AND ${lastId}`;
  return {
    each: sql`EXISTS (SELECT 1 FROM conversation_tags AS t
      WHERE t.conversation_id = conversations.id AND t.tag_id IN ${list(tags)})`,
    among: stretch => sql`conversations.id IN (${ids(stretch)})`,
    ids,
    cost: 2,
  };
}

/** Few conversations have one, and each has an index of those that do. */
function factCondition(organizationId: number, fact: string, holds: boolean): Condition {
  const each = sql.raw(`conversations.${fact} = ${Number(holds)}`);
  if (!holds) return { each };
  return {
    each,
    ids: ({ firstId, lastId }) => sql`
      SELECT f.id FROM conversations AS f INDEXED BY ${sql.raw(`conversations_${fact}`)}
      WHERE ${sql.raw(`f.${fact}`)} = 1 AND f.id BETWEEN ${firstId} AND ${lastId}
        AND f.campaign_id IN (SELECT id FROM campaigns WHERE organization_id = ${organizationId})`,
  };
}

/** When the last message was: in the order of the instants there is an index too, for short times. */
function timeCondition(organizationId: number, { from = 0, to = Number.MAX_SAFE_INTEGER }: ReviewFilter): Condition {
  const during = (at: SQL) => sql`${at} >= ${from} AND ${at} < ${to}`;
  return {
    times: { from, to },
    each: during(sql`conversations.last_at`),
    ids: () => sql`
      SELECT d.id FROM conversations AS d INDEXED BY conversations_recent
      WHERE d.organization_id = ${organizationId} AND ${during(sql`d.last_at`)}`,
    unordered: true,
  };
}

function failedCondition(error: NonNullable<ReviewFilter['deliveryError']>): Condition {
  const why = error === 'any' ? sql`` : sql` AND ${isBecause(error)}`;
  const failed = sql`FROM messages AS m INDEXED BY messages_failed WHERE m.send_status BETWEEN 5 AND 6${why}`;
  const ids: Condition['ids'] = ({ firstId, lastId }) =>
    sql`SELECT m.conversation_id AS id ${failed} AND m.conversation_id BETWEEN ${firstId} AND ${lastId}`;
  return {
    each: sql`EXISTS (SELECT 1 ${failed} AND m.conversation_id = conversations.id)`,
    among: stretch => sql`conversations.id IN (${ids(stretch)})`,
    ids,
    cost: 2,
  };
}

function isBecause(reason: SmsReason): SQL {
  const { codes, orOther } = codesOf(reason);
  const isCode = (some: readonly number[], not = '') => sql.raw(`m.error_code ${not} IN (${some.join()})`);
  if (!orOther) return isCode(codes);
  return sql`(m.error_code IS NULL OR ${isCode(codes)} OR ${isCode(knownSmsErrors, 'NOT')})`;
}

/** Rows of the index of words are numbered by conversation and message, so that a stretch of ids is one of rows. */
function wordsCondition(query: string | null): Condition {
  if (query === null) return { each: sql`0` };
  const found = sql`FROM message_words WHERE message_words MATCH ${query} AND rowid BETWEEN`;
  const ids: Condition['ids'] = ({ firstId, lastId }) => sql`
    SELECT rowid / 8589934592 AS id ${found}
      CAST(${firstId} AS INTEGER) * 8589934592 AND CAST(${lastId} AS INTEGER) * 8589934592 + 8589934591`;
  return {
    each: sql`EXISTS (SELECT 1 ${found} conversations.id * 8589934592 AND conversations.id * 8589934592 + 8589934591)`,
    among: stretch => sql`conversations.id IN (${ids(stretch)})`,
    ids,
    cost: query.includes('*') ? 3_000 : 200,
  };
}
