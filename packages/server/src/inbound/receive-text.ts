import { eq, sql } from 'drizzle-orm';
import { isLikelyOptOut, keywordOf, type Keyword } from '@campaign-kit/shared/opt-out-words';
import type { CountKeeper } from '../conversations/count-keeper.ts';
import { recordEvent } from '../conversations/record-event.ts';
import type { Transaction } from '../db/open.ts';
import { messages } from '../db/schema/conversations.ts';
import { optInPhone } from '../opt-outs/opt-in-phone.ts';
import { optOutPhone } from '../opt-outs/opt-out-phone.ts';
import { emit } from '../realtime/emit.ts';
import { matchText, type OurNumber } from './match-text.ts';
import { unsolicited } from './unsolicited.ts';

type Fields = Readonly<Record<string, string>>;

class UnknownNumber extends Error {
  override readonly name = 'UnknownNumber';
}

class NotRecorded extends Error {
  override readonly name = 'NotRecorded';
}

/** A text from somebody: kept in the conversation that it answers, or in the number's inbox. The same SID counts once. */
export async function receiveText(tx: Transaction, fields: Fields, keeper: CountKeeper, now: number): Promise<void> {
  const sid = fields.MessageSid ?? fields.SmsMessageSid ?? fields.SmsSid ?? '';
  const [known] = await tx.select({ id: messages.id }).from(messages).where(eq(messages.serviceSid, sid));
  if (known) return;
  const number = await numberOf(tx, digits(fields.To));
  if (!number) throw new UnknownNumber();
  const phone = digits(fields.From);
  const { organizationId } = number;
  const conversationId = (await matchText(tx, number, phone)) ?? (await unsolicited(tx, number, phone, keeper, now));
  const text = fields.Body ?? '';
  const keyword = askedFor(fields);
  const happened = await recordEvent(tx, {
    organizationId,
    conversationId,
    event: { type: keyword === 'stop' ? 'contactOptedOut' : 'contactReplied', at: now },
    message: { text, media: mediaOf(fields), phoneNumberId: number.id, serviceSid: sid },
    now,
    keeper,
  });
  if (!happened) throw new NotRecorded();
  if (keyword === 'stop') await optOutPhone(tx, { organizationId, phone, reason: 'reply', now });
  if (keyword === 'start') await optInPhone(tx, { organizationId, phone, now });
  if (keyword === null && isLikelyOptOut(text)) {
    await tx.run(sql`UPDATE conversations SET likely_opt_out = 1, needs_attention = 1 WHERE id = ${conversationId}`);
  }
  const { campaignId } = happened;
  keeper.touch(organizationId, campaignId);
  await emit(tx, organizationId, { type: 'conversationChanged', conversationId, campaignId }, now);
}

const optOutTypes: Readonly<Record<string, Keyword>> = { STOP: 'stop', START: 'start', HELP: 'help' };

/** What the provider understood goes before what we do: its lists may know other words and languages. */
const askedFor = ({ OptOutType, Body }: Fields): Keyword | null =>
  optOutTypes[OptOutType?.toUpperCase() ?? ''] ?? keywordOf(Body ?? '');

const digits = (phone: string | undefined): number => Number((phone ?? '').replace(/\D/g, ''));

const mediaOf = (fields: Fields): string[] =>
  Array.from({ length: Math.min(10, Number(fields.NumMedia) || 0) }, (_, at) => fields[`MediaUrl${at}`] ?? '').filter(
    Boolean,
  );

async function numberOf(tx: Transaction, phone: number): Promise<OurNumber | null> {
  const [number] = await tx.all<OurNumber>(sql`
    SELECT id, organization_id AS organizationId, phone, inbox_campaign_id AS inboxCampaignId
    FROM phone_numbers WHERE phone = ${phone}`);
  return number ?? null;
}
