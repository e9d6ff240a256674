import { sql } from 'drizzle-orm';
import type { World } from '@campaign-kit/server/world';
import type { Organization } from './organization.ts';

const minute = 60_000;

/** Why a texter set a conversation aside, by what the person had written. */
const reasons: Readonly<Record<string, string>> = {
  'This is the third text today. Who is in charge there?':
    'Got three texts in one day and wants to know who decides that',
  'I want to speak to your manager': 'Wants to speak to somebody in charge',
  'I am reporting this number to the attorney general': 'Says they will report us',
  'My landlord just gave me a notice because of you people. I need help':
    'Got a notice from the landlord, needs a lawyer today',
  'Someone came to my door last night saying they were from you. Call me':
    'Somebody at the door at night, perhaps not one of ours',
  'Ya no me molesten, voy a llamar a un abogado': 'Speaks of a lawyer. In Spanish',
  'Me van a desalojar el viernes, necesito ayuda urgente': 'Eviction on Friday, needs help now. In Spanish',
};

/** Every escalated conversation was set aside by the texter who had written last, some minutes after the reply. */
export async function seedEscalations({ db, now }: World, { id: organizationId }: Organization): Promise<void> {
  const latest = now() - minute;
  await db.write(
    async tx =>
      void (await tx.run(sql`
        INSERT INTO escalations (organization_id, conversation_id, user_id, reason, created_at)
        SELECT organization_id, id, user_id, ifnull(${JSON.stringify(reasons)} ->> ('$."' || text || '"'), 'Needs an answer from staff'),
          min(${latest}, waiting_since + (2 + id % 17) * ${minute})
        FROM (
          SELECT c.*,
            (SELECT m.text FROM messages AS m WHERE m.conversation_id = c.id AND m.inbound = 1 ORDER BY m.id DESC LIMIT 1) AS text,
            (SELECT m.user_id FROM messages AS m WHERE m.conversation_id = c.id AND m.inbound = 0 ORDER BY m.id DESC LIMIT 1) AS user_id
          FROM conversations AS c WHERE c.organization_id = ${organizationId} AND c.escalated = 1
        ) ORDER BY waiting_since`)),
  );
}
