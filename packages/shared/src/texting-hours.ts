import { zonesOf } from './zones.ts';

/** Minutes after midnight in the contact's zone; `to` is the first minute that is too late. */
export type TextingHours = { readonly fromMinute: number; readonly toMinute: number };

/** Whether texting is allowed now, and until when; or when it is next. Instants in ms. */
export type TextingWindow =
  { readonly open: true; readonly until: number } | { readonly open: false; readonly from: number | null };

const minuteMs = 60_000;
const stepMinutes = 15;
const dayMinutes = 1_440;

/**
 * Whether a person of this zone number may be texted at `now`. Where the zone is ambiguous only when it is inside the hours
 * in all of them; where it is not known, the campaign's zone counts.
 */
export function textingWindow(hours: TextingHours, zone: number, campaignZone: string, now: number): TextingWindow {
  const known = zonesOf(zone);
  const zones = known.length > 0 ? known : [campaignZone];
  const inside = (at: number) => zones.every(name => isInside(hours, minuteOfDay(name, at)));
  if (inside(now)) return { open: true, until: firstAfter(now, at => !inside(at)) ?? now + dayMinutes * minuteMs };
  return { open: false, from: firstAfter(now, inside) };
}

const isInside = ({ fromMinute, toMinute }: TextingHours, minute: number) =>
  fromMinute <= toMinute ? minute >= fromMinute && minute < toMinute : minute >= fromMinute || minute < toMinute;

/** Zones differ by quarters of an hour, so quarters are looked at first and then minutes. Null within two days: never. */
function firstAfter(now: number, holds: (at: number) => boolean): number | null {
  const minute = Math.floor(now / minuteMs);
  for (let step = stepMinutes; step <= 2 * dayMinutes; step += stepMinutes) {
    if (!holds((minute + step) * minuteMs)) continue;
    for (let exact = step - stepMinutes + 1; exact <= step; exact++) {
      if (holds((minute + exact) * minuteMs)) return (minute + exact) * minuteMs;
    }
  }
  return null;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

const quarterMs = stepMinutes * minuteMs;
/** By zone, then by quarter of an hour: zones change their clocks between two of these, never within one. */
const offsets = new Map<string, Map<number, number>>();
const mostKept = 2_000;

/** The wall clock of a zone, in minutes after midnight. */
export function minuteOfDay(zone: string, at: number): number {
  const quarter = Math.floor(at / quarterMs);
  let known = offsets.get(zone);
  if (!known || known.size > mostKept) offsets.set(zone, (known = new Map<number, number>()));
  let offset = known.get(quarter);
  if (offset === undefined) {
    offset = wallClock(zone, quarter * quarterMs) - ((quarter * stepMinutes) % dayMinutes) + dayMinutes;
    known.set(quarter, offset);
  }
  return (Math.floor(at / minuteMs) + offset) % dayMinutes;
}

function wallClock(zone: string, at: number): number {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en', { timeZone: zone, hourCycle: 'h23', hour: 'numeric', minute: 'numeric' });
    clocks.set(zone, clock);
  }
  const parts = clock.formatToParts(at);
  const value = (type: string) => Number(parts.find(part => part.type === type)?.value ?? 0);
  return value('hour') * 60 + value('minute');
}
