import type { Voice } from '../parts/voice.ts';

/** The day of an instant in a zone, as a date field has it: `2026-10-13`. */
export function dayOf(instant: number, timeZone: string): string {
  const { year, month, day } = partsOf(instant, timeZone);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The last day of which something is before an instant: midnight itself belongs to no day that went before. */
export const lastDayBefore = (instant: number, timeZone: string): string => dayOf(instant - 1, timeZone);

/** When a day begins in a zone, in ms; null for what is no day. `later` counts days on. */
export function startOfDay(day: string, timeZone: string, later = 0): number | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (!year) return null;
  const wanted = Date.UTC(Number(year), Number(month) - 1, Number(date) + later);
  let at = wanted;
  // Twice: the first guess may lie on the other side of a change of clocks.
  for (let times = 0; times < 2; times++) at += wanted - clockOf(at, timeZone);
  // Where midnight is left out, the day begins when the clock goes on.
  return Number.isNaN(at) ? null : clockOf(at, timeZone) < wanted ? at + 3_600_000 : at;
}

/** A day in the reader's language. */
export const writtenDay = ({ locale }: Voice, day: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' }).format(
    Date.parse(`${day}T00:00Z`),
  );

/** What the clock on a wall shows, as if it were UTC. */
function clockOf(instant: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = partsOf(instant, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((instant % 1000) + 1000) % 1000);
}

function partsOf(
  instant: number,
  timeZone: string,
): Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number> {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)])) as never;
}
