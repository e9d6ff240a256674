import { and, eq } from 'drizzle-orm';
import { fillScript, type ScriptFields } from '@campaign-kit/shared/script';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { ConversationRow } from '../conversations/conversation-of.ts';
import type { Reader } from '../db/open.ts';
import { contacts, passes } from '../db/schema/campaigns.ts';
import { users } from '../db/schema/organizations.ts';

export type Contact = typeof contacts.$inferSelect;

/** The initial message of the conversation's pass, filled in for this person and this texter. */
export async function initialMessage(
  db: Pick<Reader, 'select'>,
  conversation: ConversationRow,
  texterId: number | null,
): Promise<string> {
  const script = await scriptOf(db, conversation);
  return fillScript(script, fieldsOf(await contactOf(db, conversation), await firstNameOf(db, texterId)));
}

/** The wording that this conversation always gets: the script or one of its variants, by its id. */
export async function scriptOf(
  db: Pick<Reader, 'select'>,
  { id, campaignId, pass }: Pick<ConversationRow, 'id' | 'campaignId' | 'pass'>,
): Promise<string> {
  const [found] = await db
    .select()
    .from(passes)
    .where(and(eq(passes.campaignId, campaignId), eq(passes.number, pass)));
  const wordings = [found?.script ?? '', ...(found?.variants ?? [])].filter(text => text.trim() !== '');
  const wording = wordings[id % Math.max(1, wordings.length)];
  if (wording === undefined) throw new Refusal('conflict', 'refusal.noScript');
  return wording;
}

export async function contactOf(
  db: Pick<Reader, 'select'>,
  { contactId }: Pick<ConversationRow, 'contactId'>,
): Promise<Contact | null> {
  const [contact] = await db.select().from(contacts).where(eq(contacts.id, contactId));
  return contact ?? null;
}

/** What a script can be filled in with: the imported columns, and the texter's first name. */
export const fieldsOf = (contact: Contact | null, texterFirstName: string): ScriptFields => ({
  ...contact?.custom,
  firstName: contact?.firstName ?? '',
  lastName: contact?.lastName ?? '',
  zip: contact?.zip ?? '',
  texterFirstName,
});

export async function firstNameOf(db: Pick<Reader, 'select'>, userId: number | null): Promise<string> {
  if (userId === null) return '';
  const [user] = await db.select({ name: users.name }).from(users).where(eq(users.id, userId));
  return user?.name.trim().split(/\s+/)[0] ?? '';
}
