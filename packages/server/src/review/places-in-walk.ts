import { sql, type SQL } from 'drizzle-orm';
import type { ReviewSort } from '@campaign-kit/shared/review-filter';
import { byPlace, isWaiting, type Place } from './place.ts';
import type { Sought } from './sought.ts';
import { walkAnyhow } from './walk.ts';

/** Places of a list; `count`: how many rows the whole list has, where that was found on the way. */
export type Found = { readonly places: Place[]; readonly count: number | null };

/**
 * The first places behind `after`, found by looking at every id that is sought and keeping the best. `counts`: and how many
 * there are in all, which costs less here than to walk once more.
 */
export async function placesInWalk(
  sought: Sought,
  sort: ReviewSort,
  after: Place | null,
  most: number,
  { counts = false } = {},
): Promise<Found> {
  const order = orders[sort];
  let best: Place[] = [];
  let count = 0;
  await walkAnyhow(sought, async (isSought, through) => {
    const last = best.length === most ? (best[most - 1] as Place) : null;
    const isAsked = [after && compared(order, after, '>'), last && compared(order, last, '<')].filter(
      one => one !== null,
    );
    const [row] = await sought.read.all<{ count: number; places: string }>(sql`
      WITH m AS ${sql.raw(counts ? 'MATERIALIZED' : 'NOT MATERIALIZED')} (
        SELECT ${order.part} AS part, ${order.at} AS at, ${order.contactId} AS contact_id, conversations.id FROM conversations ${through}${order.join}
        WHERE ${isSought})
      SELECT ${counts ? sql`(SELECT count(*) FROM m)` : sql`0`} AS count, (
        SELECT json_group_array(json_array(part, at, contact_id, id)) FROM (
          SELECT * FROM m ${isAsked.length ? sql`WHERE ${sql.join(isAsked, sql` AND `)}` : sql``}
          ORDER BY ${sql.join([...order.by], sql`, `)} LIMIT ${most})) AS places`);
    const found = JSON.parse(row?.places ?? '[]') as Place[];
    best = [...best, ...found].sort(byPlace(sort)).slice(0, most);
    count += row?.count ?? 0;
  });
  return { places: best, count: counts ? count : null };
}

type Key = number | string;

/** How a list is sorted as a whole: what makes a place, and by what, upwards, rows and places go. */
type Order = {
  readonly part: SQL;
  readonly at: SQL;
  readonly contactId: SQL;
  readonly join: SQL;
  readonly by: readonly SQL[];
  readonly keys: (place: Place) => Key[];
};

const back = (at: Key): number => -Number(at);
const byTime = { contactId: sql`0`, join: sql`` };

const orders: Record<ReviewSort, Order> = {
  recent: {
    ...byTime,
    part: sql`0`,
    at: sql`conversations.last_at`,
    by: [sql`-at`, sql`-id`],
    keys: ([, at, , id]) => [back(at), -id],
  },
  waiting: {
    ...byTime,
    part: sql`NOT ${isWaiting}`,
    at: sql`iif(${isWaiting}, ifnull(conversations.waiting_since, 0), conversations.last_at)`,
    by: [sql`part`, sql`iif(part, -at, at)`, sql`iif(part, -id, id)`],
    keys: ([part, at, , id]) => (part ? [part, back(at), -id] : [part, at, id]),
  },
  name: {
    part: sql`0`,
    at: sql`n.name`,
    contactId: sql`conversations.contact_id`,
    join: sql` CROSS JOIN contact_names AS n ON n.contact_id = conversations.contact_id`,
    by: [sql`at`, sql`contact_id`, sql`id`],
    keys: ([, at, contactId, id]) => [at, contactId, id],
  },
};

function compared({ by, keys }: Order, than: Place, sign: '<' | '>'): SQL {
  const values = keys(than).map(key => sql`${key}`);
  return sql`(${sql.join([...by], sql`, `)}) ${sql.raw(sign)} (${sql.join(values, sql`, `)})`;
}
