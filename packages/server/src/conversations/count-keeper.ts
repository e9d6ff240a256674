import type { Counter, Counts } from '@campaign-kit/shared/counts';
import type { Transaction } from '../db/open.ts';
import { moveMessageCounts, type MessageCountMove } from '../messages/move-message-counts.ts';
import { moveCounts } from './move-counts.ts';

export type CountKeeper = ReturnType<typeof countKeeper>;

/** Gathers what many events of one transaction do to the kept counts, and writes it once. */
export function countKeeper() {
  const counts = new Map<number, Partial<Counts>>();
  const messages = new Map<string, MessageCountMove & { campaignId: number }>();
  const campaigns = new Map<number, { organizationId: number; campaignId: number }>();
  return {
    touch(organizationId: number, campaignId: number) {
      campaigns.set(campaignId, { organizationId, campaignId });
    },
    move(campaignId: number, delta: Readonly<Partial<Counts>>) {
      const sum = counts.get(campaignId) ?? {};
      for (const [counter, by] of Object.entries(delta) as [Counter, number][]) sum[counter] = (sum[counter] ?? 0) + by;
      counts.set(campaignId, sum);
    },
    moveMessages(campaignId: number, moves: readonly MessageCountMove[]) {
      for (const move of moves) {
        const key = [campaignId, move.inbound, move.sendStatus, move.errorCode].join();
        messages.set(key, { ...move, campaignId, by: (messages.get(key)?.by ?? 0) + move.by });
      }
    },
    /** Campaigns in which something happened. */
    touched: () => [...campaigns.values()],
    async settle(tx: Transaction): Promise<void> {
      for (const [campaignId, delta] of counts) await moveCounts(tx, campaignId, delta);
      for (const { campaignId, ...move } of messages.values()) await moveMessageCounts(tx, campaignId, [move]);
    },
  };
}
