/** Where one of our messages is. `pending` on the screen is everything before `sent`. */
export type SendStatus =
  | 'sending'
  | 'waiting'
  | 'held'
  | 'queued'
  | 'accepted'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'cancelled';

/** What an error means for what we do: try again, never again for this person, stop and tell an admin, or stop this one and tell. */
export type ErrorClass = 'retry' | 'badContact' | 'stop' | 'unknown';

/** How a message ended, as far as a jump of failures is concerned. */
export type DeliveryOutcome = 'ok' | Exclude<ErrorClass, 'retry'>;

/** Why the server stopped sending for a campaign. `failed` of `total` messages of the last minutes ended so. */
export type PausedReason = {
  readonly outcome: Exclude<DeliveryOutcome, 'ok'>;
  readonly errorCode: number | null;
  readonly failed: number;
  readonly total: number;
};

const place: Record<Exclude<SendStatus, 'sending' | 'waiting' | 'held' | 'queued' | 'cancelled'>, number> = {
  accepted: 1,
  sent: 2,
  delivered: 3,
  undelivered: 3,
  failed: 3,
};

/** Whether a delivery may move on so: never backwards, never away from an end. Before `accepted` everything moves on. */
export function movesOn(from: SendStatus, to: keyof typeof place): boolean {
  const now = (place as Partial<Record<SendStatus, number>>)[from];
  if (from === 'cancelled') return false;
  return now === undefined || place[to] > now;
}

/** Messages of the last minutes that are looked at, and the least number of them that tells anything. */
export const failureWindowMinutes = 15;
const fewest = 20;
const worstShare: Record<Exclude<DeliveryOutcome, 'ok'>, number> = { badContact: 0.6, stop: 0, unknown: 0.3 };

/** The outcome for which a campaign has to be paused, or null. One `stop` is enough: it concerns every message. */
export function failureJump(counts: Readonly<Partial<Record<DeliveryOutcome, number>>>): PausedReason | null {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  for (const outcome of ['stop', 'unknown', 'badContact'] as const) {
    const failed = counts[outcome] ?? 0;
    if (failed === 0 || (outcome !== 'stop' && total < fewest)) continue;
    if (failed / total >= worstShare[outcome]) return { outcome, errorCode: null, failed, total };
  }
  return null;
}
