import { css, html, type TemplateResult } from 'lit';
import { keepBeside } from './place.ts';
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
  const format = new Intl.RelativeTimeFormat(voice.locale, { numeric: 'auto' });
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
  new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone, ...more }).format(
    instant,
  );

/** The number of the day in the zone, to count days by the calendar and not by 24 hours. */
function dayOf({ timeZone }: Voice, instant: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' });
  const of = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(of['year'] as number, (of['month'] as number) - 1, of['day']) / dayMs;
}

const canonical = (timeZone?: string) => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
const isForeign = (timeZone: string): boolean => canonical(timeZone) !== canonical();

let stopPlacing = () => {};

/**
 * A relative time that shows the exact one, with its zone, on hover and on focus.
 *
 * @csspart tip - The exact time with its zone, on hover and focus.
 */
export function relativeTime(voice: Voice, instant: number, now: number): TemplateResult {
  return html`<span
    class="when"
    tabindex="0"
    @pointerenter=${show}
    @focus=${show}
    @pointerleave=${hide}
    @blur=${hide}
    @keydown=${onKey}
    ><time datetime=${new Date(instant).toISOString()}>${relative(voice, instant, now)}</time
    ><span class="tip" part="tip" popover="manual" role="tooltip">${exact(voice, instant)}</span></span
  >`;
}

const tipOf = (event: Event) => (event.currentTarget as HTMLElement).querySelector<HTMLElement>('.tip');

function show(event: Event): void {
  const tip = tipOf(event);
  if (!tip || tip.matches(':popover-open')) return;
  tip.showPopover();
  stopPlacing();
  stopPlacing = keepBeside(event.currentTarget as HTMLElement, tip);
}

function hide(event: Event): void {
  const tip = tipOf(event);
  if (!tip?.matches(':popover-open')) return;
  tip.hidePopover();
  stopPlacing();
}

function onKey(event: KeyboardEvent): void {
  if (event.key === 'Escape' && tipOf(event)?.matches(':popover-open')) {
    event.stopPropagation();
    event.preventDefault();
    hide(event);
  }
}

export const relativeTimeStyles = css`
  .when {
    border-radius: 2px;
    cursor: default;
  }
  .when:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .tip {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: var(--_space) calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    font-size: 0.857em;
    font-weight: 400;
    white-space: nowrap;
    pointer-events: none;
  }
`;
