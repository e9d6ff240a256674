import { html, type TemplateResult } from 'lit';
import { tipStyles, withTip } from './tip.ts';
import type { Voice } from './voice.ts';

const dayMs = 86_400_000;
const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** `3 hours ago`, `yesterday` by the days of the zone, and a date where days are no longer what people count in. Instants in ms. */
export function relative(voice: Voice, instant: number, now: number): string {
  const apart = instant - now;
  if (Math.abs(apart) > 14 * dayMs) {
    return written(voice, instant, isForeign(voice.timeZone) ? { timeZoneName: 'short' } : {});
  }
  const format = relatives(voice.locale);
  if (Math.abs(apart) >= dayMs) return format.format(dayOf(voice, instant) - dayOf(voice, now), 'day');
  for (const [unit, ms] of steps) if (Math.abs(apart) >= ms) return format.format(Math.trunc(apart / ms), unit);
  return format.format(0, 'second');
}

/** The exact time with the name of its zone in the reader's language: `7:00 AM Eastern Time`. */
export const exact = (voice: Voice, instant: number): string => {
  const timeZoneName = canonical(voice.timeZone) === 'UTC' ? 'short' : 'longGeneric';
  return written(voice, instant, { hour: 'numeric', minute: '2-digit', timeZoneName });
};

/** A date in the given zone. */
const written = ({ locale, timeZone }: Voice, instant: number, more: Intl.DateTimeFormatOptions): string =>
  dates(JSON.stringify([locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone, ...more }])).format(
    instant,
  );

/** The number of the day in the zone, to count days by the calendar and not by 24 hours. Swedes write `2026-11-28`. */
const dayOf = ({ timeZone }: Voice, instant: number): number =>
  Date.parse(dates(JSON.stringify(['sv', { timeZone, dateStyle: 'short' }])).format(instant)) / dayMs;

/** To make a format takes longer than to use it a hundred times, and lists have many times. */
const remembered =
  <T>(make: (key: string) => T, known = new Map<string, T>()) =>
  (key: string): T => {
    let value = known.get(key);
    if (!value) known.set(key, (value = make(key)));
    return value;
  };
const relatives = remembered(locale => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
const dates = remembered(key => {
  const [locale, options] = JSON.parse(key) as [string, Intl.DateTimeFormatOptions];
  return new Intl.DateTimeFormat(locale, options);
});

const canonical = (timeZone?: string) => dates(JSON.stringify(['en', { timeZone }])).resolvedOptions().timeZone;
const isForeign = (timeZone: string): boolean => canonical(timeZone) !== canonical();

/** A relative time that shows the exact one, with its zone, on hover and on focus. */
export const relativeTime = (voice: Voice, instant: number, now: number): TemplateResult =>
  withTip(
    html`<time datetime=${new Date(instant).toISOString()}>${relative(voice, instant, now)}</time>`,
    exact(voice, instant),
  );

export const relativeTimeStyles = tipStyles;
