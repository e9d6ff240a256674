import { sql, type SQL } from 'drizzle-orm';
import { foldName, partsOfName } from '../contacts/fold-name.ts';
import { isLearned, unlearnedPeople } from '../contacts/unlearned-people.ts';
import type { Reader } from '../db/open.ts';
import type { Condition } from './condition.ts';

const isPhone = /^[\d\s()+./-]*\d[\d\s()+./-]*$/;
/** E.164: fifteen digits at most; none in use has fewer than seven. */
const [shortest, longest] = [7, 15];

/** Who is meant: by the beginnings of the parts of a name, or by how a phone number begins or ends. */
export async function personCondition(
  read: Pick<Reader, 'all'>,
  organizationId: number,
  typed: string,
): Promise<Condition> {
  if (isPhone.test(typed)) {
    const learned = await isLearned(read);
    return phoneCondition(organizationId, typed.replace(/\D/g, ''), learned);
  }
  const parts = partsOfName(foldName(typed));
  if (parts.length === 0) return { each: sql`0` };
  const unlearned: number[] = [];
  for await (const people of unlearnedPeople(read, organizationId)) {
    for (const { contactId, name } of people) if (isNamed(name, parts)) unlearned.push(contactId);
  }
  return nameCondition(organizationId, parts, unlearned);
}

/** Whether each of the words begins a part of the name. */
function isNamed(name: string, words: readonly string[]): boolean {
  const parts = partsOfName(name);
  return words.every(word => parts.some(part => part.startsWith(word)));
}

function nameCondition(organizationId: number, parts: readonly string[], unlearned: readonly number[]): Condition {
  const query = [`organization : "o${organizationId}"`, ...parts.map(part => `name : "${part}" *`)].join(' AND ');
  const found = sql`SELECT rowid FROM contact_name_words WHERE contact_name_words MATCH ${query}`;
  const strangers = sql`SELECT value FROM json_each(${JSON.stringify(unlearned)})`;
  const orStranger = unlearned.length ? sql` OR conversations.contact_id IN (${strangers})` : sql``;
  const contactsOf = (end: string) => sql`
    SELECT ${sql.raw(end)}(s.contact_id) FROM conversations AS s WHERE s.id BETWEEN`;
  return {
    each: sql`(EXISTS (${found} AND rowid = conversations.contact_id)${orStranger})`,
    among: ({ firstId, lastId }) => sql`
      (conversations.contact_id IN (${found}
        AND rowid BETWEEN (${contactsOf('min')} ${firstId} AND ${lastId}) AND (${contactsOf('max')} ${firstId} AND ${lastId}))${orStranger})`,
    ids: ({ firstId, lastId }) => sql`
      SELECT o.id FROM (${found}${unlearned.length ? sql` UNION ALL ${strangers}` : sql``}) AS p
      CROSS JOIN contacts AS k ON k.id = p.rowid
      CROSS JOIN conversations AS o INDEXED BY conversations_phone ON o.phone = k.phone AND o.contact_id = k.id
      WHERE o.organization_id = ${organizationId} AND o.id BETWEEN ${firstId} AND ${lastId}`,
    unordered: true,
    cost: 90,
  };
}

/** With or without the country's code where that is 1, as people write it; or its last digits. */
function phoneCondition(organizationId: number, digits: string, learned: boolean): Condition {
  if (digits.length > longest) return { each: sql`0` };
  const begins = [...rangesOf(digits, shortest, longest), ...rangesOf(`1${digits}`, 11, 11)];
  const isBegun = begins.map(([from, to]) => sql`conversations.phone BETWEEN ${from} AND ${to}`);
  const each = sql.join([...isBegun, sql`conversations.phone % ${10 ** digits.length} = ${Number(digits)}`], sql` OR `);
  if (!learned) return { each: sql`(${each})` };
  const begun = begins.map(
    ([from, to]): SQL => sql`
      SELECT o.id FROM conversations AS o INDEXED BY conversations_phone
      WHERE o.phone BETWEEN ${from} AND ${to} AND o.organization_id = ${organizationId}`,
  );
  const backwards = [...digits].reverse().join('');
  const ended = sql`
    SELECT o.id FROM contact_names AS n INDEXED BY contact_names_phone_end
    CROSS JOIN conversations AS o INDEXED BY conversations_phone ON o.phone = n.phone
    WHERE n.organization_id = ${organizationId} AND n.phone_reversed >= ${backwards} AND n.phone_reversed < ${`${backwards}:`}
      AND o.organization_id = ${organizationId}`;
  return { each: sql`(${each})`, ids: () => sql.join([...begun, ended], sql` UNION ALL `), unordered: true };
}

/** The phones that begin so, as one range for each length. */
function rangesOf(digits: string, from: number, to: number): [number, number][] {
  const found: [number, number][] = [];
  if (digits.startsWith('0')) return found;
  for (let length = Math.max(from, digits.length); length <= to; length++) {
    const rest = 10 ** (length - digits.length);
    found.push([Number(digits) * rest, (Number(digits) + 1) * rest - 1]);
  }
  return found;
}
