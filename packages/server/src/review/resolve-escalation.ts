import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import { conversationOf } from '../conversations/conversation-of.ts';
import { recordEvent } from '../conversations/record-event.ts';
import { escalations } from '../db/schema/conversations.ts';
import { emit } from '../realtime/emit.ts';
import type { SignedIn } from '../trpc/context.ts';

/**
 * Staff have settled it: the conversation goes on where it stands, with whom it is assigned to or in the pool. Where
 * somebody has already, it stays theirs, and nothing happens.
 */
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
    const ofIt = eq(escalations.conversationId, conversationId);
    if (!resolved) {
      const [settled] = await tx
        .select({ id: escalations.id })
        .from(escalations)
        .where(and(ofIt, isNotNull(escalations.resolvedAt)))
        .limit(1);
      if (!settled) throw new Refusal('conflict', 'refusal.movedOn');
      return;
    }
    await tx
      .update(escalations)
      .set({ resolvedAt: now, resolvedBy: userId })
      .where(and(ofIt, isNull(escalations.resolvedAt)));
    await emit(tx, organizationId, { type: 'conversationChanged', conversationId, campaignId }, now);
  });
  bus.poke();
}
