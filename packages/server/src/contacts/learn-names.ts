import { sql } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import { priority, type Transaction } from '../db/open.ts';
import type { World } from '../world.ts';
import { partsOfName, sortName } from './fold-name.ts';

const peopleAtOnce = 400;

type Person = [id: number, organizationId: number, phone: number, firstName: string, lastName: string];

/**
 * Brings the index of names up to what the import has written: quietly, because an import has to be fast, and as somebody
 * may be found before that by looking at the contacts themselves. Safe to run in several processes.
 */
export async function learnNames({ db }: World): Promise<void> {
  const [behind] = await db.read.all<{ behind: number }>(sql`
    SELECT EXISTS (SELECT 1 FROM names_changed)
      OR ifnull((SELECT max(id) FROM contacts), 0) > (SELECT last_contact_id FROM names_learned WHERE id = 1) AS behind`);
  if (!behind?.behind) return;
  while ((await db.write(learnSome, priority.bulk)) > 0) await breathe();
}

/** Learns the next names, and says how many. */
async function learnSome(tx: Transaction): Promise<number> {
  const [row] = await tx.all<{ people: string }>(sql`
    SELECT json_group_array(json_array(id, organization_id, phone, first_name, last_name)) AS people FROM (
      SELECT * FROM (
        SELECT k.id, k.organization_id, k.phone, k.first_name, k.last_name
        FROM names_changed AS c CROSS JOIN contacts AS k ON k.id = c.contact_id ORDER BY c.contact_id LIMIT ${peopleAtOnce})
      UNION ALL SELECT * FROM (
        SELECT id, organization_id, phone, first_name, last_name FROM contacts
        WHERE id > (SELECT last_contact_id FROM names_learned WHERE id = 1) ORDER BY id LIMIT ${peopleAtOnce}))`);
  const people = JSON.parse(row?.people ?? '[]') as Person[];
  if (people.length === 0) return 0;
  const rows = JSON.stringify(people.map(learned));
  await tx.run(sql`
    INSERT OR REPLACE INTO contact_names (contact_id, organization_id, phone, name, phone_reversed)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(${rows})`);
  await tx.run(sql`
    INSERT OR REPLACE INTO contact_name_words (rowid, organization, name)
    SELECT value ->> 0, 'o' || (value ->> 1), value ->> 5 FROM json_each(${rows})`);
  await tx.run(sql`DELETE FROM names_changed WHERE contact_id IN (SELECT value ->> 0 FROM json_each(${rows}))`);
  await tx.run(sql`
    UPDATE names_learned SET last_contact_id = max(last_contact_id, ${Math.max(...people.map(([id]) => id))}) WHERE id = 1`);
  return people.length;
}

function learned([id, organizationId, phone, firstName, lastName]: Person) {
  const name = sortName(firstName, lastName);
  const reversed = [...String(phone)].reverse().join('');
  return [id, organizationId, phone, name, reversed, partsOfName(name).join(' ')];
}
