import type { Network } from '../network.ts';
import { TwilioError } from '../twilio-error.ts';

const [minuteMs, dayMs] = [60_000, 86_400_000];

/** Counts a message against the limits of the account, or refuses it: so many a day, so many a minute from one number to one phone. */
export function countAgainstLimits({ timeline, settings, pairs, day }: Network, from: string, to: string): void {
  const now = timeline.now();
  if (now - day.since >= dayMs) Object.assign(day, { since: now, count: 0 });
  if (settings.dailyLimit !== null && day.count >= settings.dailyLimit) {
    const message = `Account exceeded the ${settings.dailyLimit} daily messages limit`;
    throw new TwilioError(63038, { status: 429, message });
  }
  if (settings.pairLimit !== null) {
    if (now - pairs.since >= minuteMs) {
      pairs.since = now;
      pairs.counts.clear();
    }
    const pair = `${from} ${to}`;
    const sent = pairs.counts.get(pair) ?? 0;
    if (sent >= settings.pairLimit) throw new TwilioError(14107, { status: 429 });
    pairs.counts.set(pair, sent + 1);
  }
  day.count++;
}
