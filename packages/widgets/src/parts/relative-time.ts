import { css, html, type TemplateResult } from 'lit';
import { keepBeside } from './place.ts';
import type { Voice } from './voice.ts';

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** `3 hours ago`, `in 2 days`, and a date where days are no longer what people count in. Instants in ms. */
export function relative(voice: Voice, instant: number, now: number): string {
  const apart = instant - now;
  if (Math.abs(apart) > 14 * 86_400_000) {
    return new Intl.DateTimeFormat(voice.locale, { dateStyle: 'medium', timeZone: voice.timeZone }).format(instant);
  }
  const format = new Intl.RelativeTimeFormat(voice.locale, { numeric: 'auto' });
  for (const [unit, ms] of steps) if (Math.abs(apart) >= ms) return format.format(Math.trunc(apart / ms), unit);
  return format.format(0, 'second');
}

/** The exact time with its zone. */
export const exact = (voice: Voice, instant: number): string =>
  new Intl.DateTimeFormat(voice.locale, {
    dateStyle: 'medium',
    timeStyle: 'long',
    timeZone: voice.timeZone,
  }).format(instant);

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
