import type { Sender } from '../account.ts';
import type { Network } from '../network.ts';

/** Whether the number has taken on more than its queue holds. */
export function queueIsFull({ timeline, settings }: Network, sender: Sender): boolean {
  return sender.freeAt - timeline.now() > settings.queueSeconds * 1_000;
}

/** When the number gets to a message of so many segments if it joins now; the number is busy until its last segment is out. */
export function joinQueue({ timeline, settings }: Network, sender: Sender, segments: number): number {
  const at = Math.max(timeline.now(), sender.freeAt);
  sender.freeAt = at + (segments * 1_000) / (sender.segmentsPerSecond ?? settings.segmentsPerSecond);
  return at;
}
