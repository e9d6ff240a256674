import { sql, type SQL } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Reader } from '../db/open.ts';
import { sortName } from './fold-name.ts';

/** Somebody whose name was not learned yet, or has changed since. `name`: as it is sorted. */
export type UnlearnedPerson = { readonly contactId: number; readonly name: string };

const rowsAtOnce = 5_000;

/**
 * The people of an organization whose names the index does not know: many right after an import, otherwise nobody. Whoever
 * asks for names looks at them directly, so that an answer is exact while the learning is behind.
 */
export async function* unlearnedPeople(
  read: Pick<Reader, 'all'>,
  organizationId: number,
): AsyncGenerator<UnlearnedPerson[], void> {
  const { changed, learned, newest } = await progressOf(read);
  if (changed > 0) yield* peopleIn(read, organizationId, renamed(learned), 0);
  if (newest > learned) yield* peopleIn(read, organizationId, all, learned);
}

/** Whether the index knows every name as it is. */
export async function isLearned(read: Pick<Reader, 'all'>): Promise<boolean> {
  const { changed, learned, newest } = await progressOf(read);
  return changed === 0 && newest <= learned;
}

async function progressOf(read: Pick<Reader, 'all'>) {
  const [known] = await read.all<{ changed: number; learned: number; newest: number }>(sql`
    SELECT ifnull((SELECT max(contact_id) FROM names_changed), 0) AS changed,
      ifnull((SELECT last_contact_id FROM names_learned WHERE id = 1), 0) AS learned,
      ifnull((SELECT max(id) FROM contacts), 0) AS newest`);
  return known ?? { changed: 0, learned: 0, newest: 0 };
}

type Source = (after: number) => SQL;

const all: Source = after => sql`FROM contacts AS k WHERE k.id > ${after}`;

const renamed =
  (learned: number): Source =>
  after =>
    sql`FROM names_changed AS u CROSS JOIN contacts AS k ON k.id = u.contact_id WHERE u.contact_id > ${after} AND u.contact_id <= ${learned}`;

async function* peopleIn(read: Pick<Reader, 'all'>, organizationId: number, source: Source, from: number) {
  for (let after: number | null = from; after !== null;) {
    const [row]: { people: string; last: number | null }[] = await read.all(sql`
      SELECT json_group_array(json_array(id, first_name, last_name)) FILTER (WHERE organization_id = ${organizationId}) AS people,
        max(id) AS last
      FROM (SELECT k.id, k.organization_id, k.first_name, k.last_name ${source(after)} ORDER BY k.id LIMIT ${rowsAtOnce})`);
    const people = JSON.parse(row?.people ?? '[]') as [id: number, firstName: string, lastName: string][];
    if (people.length)
      yield people.map(([contactId, first, last]): UnlearnedPerson => ({ contactId, name: sortName(first, last) }));
    after = row?.last ?? null;
    await breathe();
  }
}
