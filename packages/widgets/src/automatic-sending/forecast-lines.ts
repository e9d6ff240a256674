import { html, nothing, type TemplateResult } from 'lit';
import type { SendingStatus } from '../contract.ts';
import { icons } from '../parts/icons.ts';
import { exact } from '../parts/relative-time.ts';
import type { Voice } from '../parts/voice.ts';

type Content = TemplateResult | typeof nothing;

/** When the last one leaves, in words, and what the due date cuts off; nothing where nothing is left to send. */
export function forecastLines(voice: Voice, status: SendingStatus): Content {
  const { forecast, blocked, dueAt, state, remaining, queued } = status;
  if (blocked || remaining + queued === 0) return nothing;
  const { endsAt, leftAtDue } = forecast;
  const key = state === 'running' ? 'sending.ends' : 'sending.wouldEnd';
  const late = dueAt !== null && leftAtDue > 0;
  return html`${
    late
      ? html`<p class="warned number">
          ${icons.warning}<span
            >${voice.say('sending.leftAtDue', { count: leftAtDue, time: exact(voice, dueAt) })}</span
          >
        </p>`
      : html`<p class="number">
          ${endsAt === null ? voice.say('sending.never') : voice.say(key, { time: exact(voice, endsAt) })}
        </p>`
  }`;
}

/** When the next one leaves, where it is outside the texting hours of all who are left; else `now`. */
export const opensLine = (voice: Voice, { opensAt }: SendingStatus, now: Content = nothing): Content =>
  opensAt === null ? now : html`<p>${voice.say('sending.opens', { time: exact(voice, opensAt) })}</p>`;

/** The texting hours, by everybody's own clock; nothing where any hour will do. */
export function hoursLine(voice: Voice, { hours: { fromMinute, toMinute } }: SendingStatus): Content {
  if (fromMinute === 0 && toMinute === 1_440) return nothing;
  const format = new Intl.DateTimeFormat(voice.locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  const clock = (minute: number) => format.format(minute * 60_000);
  return html`<p class="muted number">
    ${voice.say('sending.hours', { from: clock(fromMinute), to: clock(toMinute) })}
  </p>`;
}

/** What texters hold, which never goes out by itself. */
export const heldLine = (voice: Voice, { held: count }: SendingStatus): Content =>
  count > 0 ? html`<p class="muted number">${voice.say('sending.held', { count })}</p>` : nothing;
