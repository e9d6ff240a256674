import { sql, type SQL } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import type { ReviewSort } from '@campaign-kit/shared/review-filter';
import { statusNumber } from '../db/columns.ts';
import { byPlace, type Part, type Place } from './place.ts';
import { isOfCampaigns, type Sought } from './sought.ts';

/** How long, in µs, one step and the whole search may take by what a row costs: half of what looking at few rows would. */
const stepCost = 6_000;
const mostCost = { waiting_since: 60_000, last_at: 14_000, name: 14_000 } as const;

/**
 * The first places behind `after`, read from an index in their order with all conditions asked of each row: the fastest way
 * where many rows match. Null when it would take too long because few do; with `haste` it gives up so many times earlier.
 */
export async function placesInOrder(
  sought: Sought,
  sort: ReviewSort,
  part: Part,
  after: Place | null,
  most: number,
  haste = 1,
): Promise<Place[] | null> {
  const cost = sought.conditions.reduce((sum, condition) => sum + (condition.cost ?? 0), 1.2);
  const found: Place[] = [];
  const mostRows = Math.min(mostCost[part.by] / haste, sought.few?.rows ?? Infinity) / cost;
  let [size, behind, seen] = [most * 2, after, 0];
  while (seen < mostRows) {
    const rows = Math.ceil(Math.min(size, stepCost / cost));
    const { places, looked, last } = await step(sought, part, behind, rows);
    found.push(...places.sort(byPlace(sort)));
    if (found.length >= most || looked < rows || !last) return found.slice(0, most);
    behind = last;
    seen += looked;
    size *= 3;
    // By now it can be told that too few of them match.
    if ((found.length + 2) / seen < most / mostRows / 2) return null;
    await breathe();
  }
  return null;
}

async function step(sought: Sought, part: Part, after: Place | null, rows: number) {
  const { read, campaignIds, conditions } = sought;
  const isSought = sql.join(
    [isOfCampaigns(campaignIds), ...conditions.map(({ each }) => each), ...(part.where ? [part.where] : [])],
    sql` AND `,
  );
  const { stretch, join, last } = part.by === 'name' ? byName(sought, after, rows) : byTime(sought, part, after, rows);
  const [row] = await read.all<{ places: string; looked: number; last: string | null }>(sql`
    WITH s AS MATERIALIZED (${stretch})
    SELECT count(*) AS looked, (${last}) AS last,
      (SELECT json_group_array(json_array(${part.part}, s.at, s.contact_id, conversations.id)) FROM s ${join} AND ${isSought}) AS places
    FROM s`);
  const end = JSON.parse(row?.last ?? 'null') as [number | string, number, number] | null;
  return {
    places: JSON.parse(row?.places ?? '[]') as Place[],
    looked: row?.looked ?? 0,
    last: end && ([part.part, ...end] as Place),
  };
}

/** The ids of the index alone, and then the rows. */
function byTime(sought: Sought, { by, newestFirst }: Part, after: Place | null, rows: number) {
  const column = sql.raw(`w.${by}`);
  const [order, sign] = newestFirst ? [sql`DESC`, sql`<`] : [sql`ASC`, sql`>`];
  const from = (behind: SQL) => sql`
    SELECT ifnull(${column}, 0) AS at, 0 AS contact_id, w.id FROM conversations AS w INDEXED BY ${indexFor(sought, by)}${during(sought.filter, by)}${behind}
    ORDER BY ${column} ${order}, w.id ${order} LIMIT ${rows}`;
  const [, at, , id] = after ?? [];
  return {
    stretch: after
      ? inTwo(from(sql` AND ${column} = ${at} AND w.id ${sign} ${id}`), from(sql` AND ${column} ${sign} ${at}`), rows)
      : from(sql``),
    join: sql`CROSS JOIN conversations WHERE conversations.id = s.id`,
    last: sql`SELECT json_array(at, 0, id) FROM s ORDER BY at ${newestFirst ? sql`ASC, id ASC` : sql`DESC, id DESC`} LIMIT 1`,
  };
}

/** The times of a filter are a range of the index that goes by them. */
function during({ from, to }: Sought['filter'], by: Part['by']): SQL {
  if (by !== 'last_at' || (from === undefined && to === undefined)) return sql``;
  return sql` AND w.last_at >= ${from ?? 0} AND w.last_at < ${to ?? Number.MAX_SAFE_INTEGER}`;
}

/** What shares the instant or the name of the last place, and then all behind it: many rows may, and none is read twice. */
const inTwo = (same: SQL, behind: SQL, rows: number): SQL =>
  sql`SELECT * FROM (${same}) UNION ALL SELECT * FROM (${behind}) LIMIT ${rows}`;

function indexFor({ organizationId, campaignIds, filter }: Sought, by: Part['by']): SQL {
  if (by === 'waiting_since') {
    return sql`conversations_waiting WHERE w.status = 2 AND w.organization_id = ${organizationId}`;
  }
  const [campaignId, others] = campaignIds;
  if (campaignId === undefined || others !== undefined) {
    return sql`conversations_recent WHERE w.organization_id = ${organizationId}`;
  }
  const [status, more] = filter.statuses ?? [];
  if (status && !more && statusNumber[status] > 1) {
    return sql`conversations_engaged
      WHERE w.status > 1 AND w.campaign_id = ${campaignId} AND w.status = ${sql.raw(String(statusNumber[status]))}`;
  }
  return sql`conversations_campaign WHERE w.campaign_id = ${campaignId}`;
}

/** By people, who may have several conversations: the last one of the page before is looked at once more. */
function byName({ organizationId }: Sought, after: Place | null, rows: number) {
  const [, name, contactId, id] = after ?? [];
  const rest = after ? sql` AND (s.contact_id <> ${contactId} OR conversations.id > ${id})` : sql``;
  const from = (behind: SQL) => sql`
    SELECT n.name AS at, n.contact_id, n.phone FROM contact_names AS n INDEXED BY contact_names_order
    WHERE n.organization_id = ${organizationId}${behind} ORDER BY n.name, n.contact_id LIMIT ${rows}`;
  return {
    stretch: after
      ? inTwo(from(sql` AND n.name = ${name} AND n.contact_id >= ${contactId}`), from(sql` AND n.name > ${name}`), rows)
      : from(sql``),
    join: sql`CROSS JOIN conversations INDEXED BY conversations_phone
      WHERE conversations.phone = s.phone AND conversations.contact_id = s.contact_id${rest}`,
    last: sql`SELECT json_array(at, contact_id, ${Number.MAX_SAFE_INTEGER}) FROM s ORDER BY at DESC, contact_id DESC LIMIT 1`,
  };
}
