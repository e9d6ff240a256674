import { html, nothing, type TemplateResult } from 'lit';
import { readNumber } from '../parts/typed-number.ts';
import type { Voice } from '../parts/voice.ts';

/** Minutes that stand ready; anything else is typed. */
const ready = [15, 30, 60, 120, 240, 480, 1440] as const;
const longest = 525_600;

/** A ready number of minutes, or what is typed; the typed text is kept while another is chosen. */
export type IdleChoice = { minutes: number | 'typed'; typed: string };

export const usualIdle: IdleChoice = { minutes: 60, typed: '45' };

/** The minutes that are chosen; null where what is typed is not a number of minutes. */
export function idleMinutesOf({ minutes, typed }: IdleChoice): number | null {
  if (minutes !== 'typed') return minutes;
  const value = readNumber(typed);
  return value !== null && value >= 1 && value <= longest ? value : null;
}

/** How long a contact must have waited: chips that are radio buttons, and a field for any other number. */
export function idleChoice(
  voice: Voice,
  { choice, onChoose }: { choice: IdleChoice; onChoose: (choice: IdleChoice) => void },
): TemplateResult {
  const wrong = idleMinutesOf(choice) === null;
  const chip = (minutes: number | 'typed', label: string) =>
    html`<label class="option" part="choice">
      <input
        type="radio"
        name="idle"
        ?autofocus=${minutes === choice.minutes}
        .checked=${minutes === choice.minutes}
        @change=${() => onChoose({ ...choice, minutes })}
      />
      <span class="number">${label}</span>
    </label>`;
  return html`<fieldset class="field idle" aria-describedby="idle-help">
    <legend>${voice.say('releaseReplies.idle')}</legend>
    <div class="options">
      ${ready.map(minutes => chip(minutes, lengthOf(voice, minutes)))}
      ${chip('typed', voice.say('releaseReplies.custom'))}
    </div>
    ${
      choice.minutes === 'typed'
        ? html`<label class="unit" for="minutes">
              <input
                id="minutes"
                class="input number"
                part="input"
                inputmode="numeric"
                autocomplete="off"
                maxlength="7"
                aria-invalid=${wrong ? 'true' : nothing}
                aria-describedby="minutes-problem"
                .value=${choice.typed}
                @input=${(event: Event) => onChoose({ ...choice, typed: (event.target as HTMLInputElement).value })}
              />
              ${voice.say('releaseReplies.customMinutes')}
            </label>
            <span id="minutes-problem" class="problem" aria-live="polite">
              ${wrong ? voice.say('releaseReplies.invalid') : ''}
            </span>`
        : nothing
    }
    <p id="idle-help" class="hint">${voice.say('releaseReplies.idleHelp')}</p>
  </fieldset>`;
}

const lengthOf = (voice: Voice, minutes: number) =>
  minutes < 60
    ? voice.say('releaseReplies.minutes', { count: minutes })
    : voice.say('releaseReplies.hours', { count: minutes / 60 });
