import { textingWindow, type TextingHours } from './texting-hours.ts';

/** People of one zone who wait for their first message. */
export type ZoneCount = { readonly zone: number; readonly count: number };

export type ForecastAsked = {
  readonly remaining: readonly ZoneCount[];
  /** Messages that are in the queue already and leave before all others. */
  readonly queued: number;
  /** Messages per second that may leave, 0 for none. */
  readonly perSecond: number;
  readonly hours: TextingHours;
  readonly campaignZone: string;
  readonly dueAt: number | null;
  readonly now: number;
};

/** `endsAt`: when the last one leaves; null: never, or in more than a year. `leftAtDue`: how many the due date leaves unsent. */
export type Forecast = { readonly endsAt: number | null; readonly leftAtDue: number };

const dayMs = 86_400_000;
const longestDays = 366;
/** Less than this of a person is what rounding left. */
const nobody = 1e-6;

/** A zone's people and its hours, in ms after `now` of the first day; the same each day, so a change of clocks is an hour off. */
type Waiting = { count: number; readonly from: number; readonly until: number };

/**
 * When automatic sending will have ended, if nothing changes: day by day, only inside each zone's hours, and those first whose
 * hours end first, as the server sends.
 */
export function forecast(asked: ForecastAsked): Forecast {
  const { remaining, queued, perSecond, dueAt, now } = asked;
  const all = queued + remaining.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return { endsAt: now, leftAtDue: 0 };
  if (perSecond <= 0) return { endsAt: null, leftAtDue: dueAt === null ? 0 : all };
  const perMs = perSecond / 1_000;
  const zones = remaining.filter(({ count }) => count > 0).map(({ zone, count }) => waitingOf(asked, zone, count));
  const open = zones.filter(zone => zone !== null);
  const never = zones.length > open.length;
  const start = queued / perMs;
  const dueIn = dueAt === null ? Infinity : Math.max(0, dueAt - now);
  let end = start;
  let sentBeforeDue = Math.min(queued, Math.floor(dueIn * perMs));
  const stretches = stretchesOf(open);
  for (let day = 0; day <= longestDays && open.some(({ count }) => count > 0); day++) {
    for (const [first, until] of stretches) {
      let at = Math.max(first + day * dayMs, start);
      for (const zone of openAt(open, first)) {
        const sent = Math.min(zone.count, Math.max(0, until + day * dayMs - at) * perMs);
        if (sent === 0) continue;
        sentBeforeDue += Math.min(sent, Math.max(0, dueIn - at) * perMs);
        zone.count = zone.count - sent < nobody ? 0 : zone.count - sent;
        at += sent / perMs;
        end = at;
      }
    }
  }
  const endless = never || open.some(({ count }) => count > 0);
  return {
    endsAt: endless ? null : Math.round(now + end),
    leftAtDue: dueAt === null ? 0 : Math.max(0, all - Math.floor(sentBeforeDue + nobody)),
  };
}

/** Null: there is no hour at which this zone may be texted. */
function waitingOf({ hours, campaignZone, now }: ForecastAsked, zone: number, count: number): Waiting | null {
  const window = textingWindow(hours, zone, campaignZone, now);
  if (!window.open) {
    if (window.from === null) return null;
    const opens = textingWindow(hours, zone, campaignZone, window.from);
    return opens.open
      ? { count, from: window.from - now, until: Math.min(opens.until, window.from + dayMs) - now }
      : null;
  }
  // When it opened does not matter today; from tomorrow on it opens when it did, which is when it does after it closes.
  const closed = textingWindow(hours, zone, campaignZone, window.until);
  const opensNext = closed.open || closed.from === null ? window.until : closed.from;
  return { count, from: opensNext - now - dayMs, until: Math.min(window.until, now + dayMs) - now };
}

/** The stretches of a day, in ms after now, in which the same zones are open. */
function stretchesOf(zones: readonly Waiting[]): [number, number][] {
  const edges = new Set([0, dayMs, ...zones.flatMap(({ from, until }) => [intoDay(from), intoDay(until)])]);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((edge, at) => [sorted[at] as number, edge]);
}

/** Those with people left, the one that closes first at the front. */
function openAt(zones: readonly Waiting[], at: number): Waiting[] {
  const leftOf = ({ from, until }: Waiting) => until - from - intoDay(at - from);
  return zones.filter(zone => zone.count > 0 && leftOf(zone) > 0).sort((a, b) => leftOf(a) - leftOf(b));
}

const intoDay = (ms: number): number => ((ms % dayMs) + dayMs) % dayMs;
