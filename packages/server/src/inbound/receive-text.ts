import { eq, sql } from 'drizzle-orm';
import { isLikelyOptOut } from '@campaign-kit/shared/opt-out-words';
import { oweAnswer } from '../assistant/owe-answer.ts';
import type { CountKeeper } from '../conversations/count-keeper.ts';
import { recordEvent } from '../conversations/record-event.ts';
import type { Transaction } from '../db/open.ts';
import { messages } from '../db/schema/conversations.ts';
import { optInPhone } from '../opt-outs/opt-in-phone.ts';
import { optOutPhone } from '../opt-outs/opt-out-phone.ts';
import { emit } from '../realtime/emit.ts';
import { inboundText } from './inbound-text.ts';
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
  const { sid, from: phone, to, text, media, keyword } = inboundText(fields);
  const [known] = await tx.select({ id: messages.id }).from(messages).where(eq(messages.serviceSid, sid));
  if (known) return;
  const number = await numberOf(tx, to);
  if (!number) throw new UnknownNumber();
  const { organizationId } = number;
  const conversationId = (await matchText(tx, number, phone)) ?? (await unsolicited(tx, number, phone, keeper, now));
  const happened = await recordEvent(tx, {
    organizationId,
    conversationId,
    event: { type: keyword === 'stop' ? 'contactOptedOut' : 'contactReplied', at: now },
    message: { text, media, phoneNumberId: number.id, serviceSid: sid },
    now,
    keeper,
  });
  if (!happened) throw new NotRecorded();
  if (keyword === 'stop') await optOutPhone(tx, { organizationId, phone, reason: 'reply', now });
  if (keyword === 'start') await optInPhone(tx, { organizationId, phone, now });
  const likelyOptOut = keyword === null && isLikelyOptOut(text);
  if (likelyOptOut) {
    await tx.run(sql`UPDATE conversations SET likely_opt_out = 1, needs_attention = 1 WHERE id = ${conversationId}`);
  }
  const { campaignId, assistant } = happened;
  if (assistant && keyword === null && !likelyOptOut) await oweAnswer(tx, conversationId, now);
  keeper.touch(organizationId, campaignId);
  await emit(tx, organizationId, { type: 'conversationChanged', conversationId, campaignId }, now);
}

async function numberOf(tx: Transaction, phone: number): Promise<OurNumber | null> {
  const [number] = await tx.all<OurNumber>(sql`
    SELECT id, organization_id AS organizationId, phone, inbox_campaign_id AS inboxCampaignId
    FROM phone_numbers WHERE phone = ${phone}`);
  return number ?? null;
}
