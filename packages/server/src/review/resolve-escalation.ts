import { and, eq, isNull } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import { conversationOf } from '../conversations/conversation-of.ts';
import { recordEvent } from '../conversations/record-event.ts';
import { escalations } from '../db/schema/conversations.ts';
import { emit } from '../realtime/emit.ts';
import type { SignedIn } from '../trpc/context.ts';

/** Staff have settled it: the conversation goes on where it stands, with whom it is assigned to or in the pool. */
export async function resolveEscalation(
  { db, session, now: clock, bus }: SignedIn,
  { conversationId }: { conversationId: number },
): Promise<void> {
  const { organizationId, userId } = session;
  await db.write(async tx => {
    const now = clock();
    const { campaignId } = await conversationOf(tx, organizationId, conversationId);
    const resolved = await recordEvent(tx, {
      organizationId,
      conversationId,
      event: { type: 'resolved' },
      userId,
      now,
    });
    if (!resolved) throw new Refusal('conflict', 'refusal.movedOn');
    await tx
      .update(escalations)
      .set({ resolvedAt: now, resolvedBy: userId })
      .where(and(eq(escalations.conversationId, conversationId), isNull(escalations.resolvedAt)));
    await emit(tx, organizationId, { type: 'conversationChanged', conversationId, campaignId }, now);
  });
  bus.poke();
}
