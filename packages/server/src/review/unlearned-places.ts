import { sql } from 'drizzle-orm';
import { unlearnedPeople } from '../contacts/unlearned-people.ts';
import { byPlace, type Place } from './place.ts';
import { isOfCampaigns, type Sought } from './sought.ts';

/** The first places behind `after` of people whose names were not learned yet: they are in no index of names. */
export async function unlearnedPlaces(sought: Sought, after: Place | null, most: number): Promise<Place[]> {
  const { read, organizationId, campaignIds, conditions } = sought;
  const inOrder = byPlace('name');
  const isSought = sql.join([isOfCampaigns(campaignIds), ...conditions.map(({ each }) => each)], sql` AND `);
  let best: Place[] = [];
  for await (const people of unlearnedPeople(read, organizationId)) {
    const nameOf = new Map(people.map(({ contactId, name }) => [contactId, name]));
    const [row] = await read.all<{ found: string }>(sql`
      SELECT json_group_array(json_array(conversations.contact_id, conversations.id)) AS found
      FROM json_each(${JSON.stringify([...nameOf.keys()])}) AS p
      CROSS JOIN contacts AS k ON k.id = p.value
      CROSS JOIN conversations INDEXED BY conversations_phone
        ON conversations.phone = k.phone AND conversations.contact_id = k.id
      WHERE ${isSought}`);
    const places = (JSON.parse(row?.found ?? '[]') as [number, number][])
      .map(([contactId, id]): Place => [0, nameOf.get(contactId) as string, contactId, id])
      .filter(place => !after || inOrder(after, place) < 0);
    best = [...best, ...places].sort(inOrder).slice(0, most);
  }
  return best;
}
