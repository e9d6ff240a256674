import { sql, type SQL } from 'drizzle-orm';
import { byPlace, type Part, type Place } from './place.ts';
import type { Sought } from './sought.ts';
import { walk } from './walk.ts';

/** The first places behind `after`, found by looking at every id that is sought and keeping the best. */
export async function placesInWalk(sought: Sought, part: Part, after: Place | null, most: number): Promise<Place[]> {
  let best: Place[] = [];
  await walk(sought, async isSought => {
    const last = best.length === most ? (best[most - 1] as Place) : null;
    const conditions = [isSought, part.where, after && isBehind(part, after), last && isBefore(part, last)];
    const [row] = await sought.read.all<{ places: string }>(sql`
      SELECT json_group_array(json_array(${part.part}, at, contact_id, id)) AS places FROM (
        SELECT ${keys[part.by]} AS at, ${tie(part)} AS contact_id, conversations.id ${from(part)}
        WHERE ${sql.join(
          conditions.filter(one => one !== null),
          sql` AND `,
        )}
        ORDER BY ${inOrder(part)} LIMIT ${most})`);
    const found = JSON.parse(row?.places ?? '[]') as Place[];
    best = [...best, ...found].sort(byPlace(part)).slice(0, most);
  });
  return best;
}

const keys: Record<Part['by'], SQL> = {
  waiting_since: sql`ifnull(conversations.waiting_since, 0)`,
  last_at: sql`conversations.last_at`,
  name: sql`n.name`,
};

const tie = ({ by }: Part): SQL => (by === 'name' ? sql`conversations.contact_id` : sql`0`);

const from = ({ by }: Part): SQL =>
  by === 'name'
    ? sql`FROM conversations NOT INDEXED CROSS JOIN contact_names AS n ON n.contact_id = conversations.contact_id`
    : sql`FROM conversations NOT INDEXED`;

const columns = ({ by }: Part): SQL[] =>
  by === 'name' ? [keys.name, sql`conversations.contact_id`, sql`conversations.id`] : [keys[by], sql`conversations.id`];

const values = ({ by }: Part, [, at, contactId, id]: Place): SQL =>
  by === 'name' ? sql`(${at}, ${contactId}, ${id})` : sql`(${at}, ${id})`;

const inOrder = (part: Part): SQL =>
  sql.join(
    columns(part).map(column => sql`${column} ${sql.raw(part.newestFirst ? 'DESC' : 'ASC')}`),
    sql`, `,
  );

const compared = (part: Part, than: Place, sign: '<' | '>'): SQL =>
  sql`(${sql.join(columns(part), sql`, `)}) ${sql.raw(sign)} ${values(part, than)}`;

const isBehind = (part: Part, place: Place) => compared(part, place, part.newestFirst ? '<' : '>');
const isBefore = (part: Part, place: Place) => compared(part, place, part.newestFirst ? '>' : '<');
