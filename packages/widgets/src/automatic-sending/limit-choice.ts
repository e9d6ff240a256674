import { mostPerHour } from '@campaign-kit/shared/most-per-hour';
import { html, nothing, type TemplateResult } from 'lit';
import type { SendingStatus } from '../contract.ts';
import { readNumber } from '../parts/typed-number.ts';
import type { Voice } from '../parts/voice.ts';

/** How fast it may go; what was typed is kept while the other is chosen. */
export type LimitChoice = { readonly limited: boolean; readonly typed: string };

export const choiceOf = (perHour: number | null): LimitChoice => ({
  limited: perHour !== null,
  typed: perHour === null ? '' : String(perHour),
});

/** The limit that is chosen; null for none, and undefined where what is typed is no such number. */
export function limitOf({ limited, typed }: LimitChoice): number | null | undefined {
  if (!limited) return null;
  const value = readNumber(typed);
  return value !== null && value >= 1 && value <= mostPerHour ? value : undefined;
}

type Shown = {
  status: SendingStatus;
  choice: LimitChoice;
  onChoose: (choice: LimitChoice) => void;
  onEnter: () => void;
};

/**
 * As fast as the numbers take it, or at most so many an hour.
 *
 * @csspart choice - One of several to choose from.
 * @csspart input - A field to type in.
 */
export function limitChoice(voice: Voice, { status, choice, onChoose, onEnter }: Shown): TemplateResult {
  const { numbersPerHour: count } = status;
  const limit = limitOf(choice);
  const wrong = limit === undefined && choice.typed.trim() !== '';
  const above = typeof limit === 'number' && limit > count;
  const said = wrong
    ? voice.say('request.invalid', { most: mostPerHour })
    : above
      ? voice.say('sending.limitAbove', { count })
      : '';
  const typeIt = (event: Event) => onChoose({ limited: true, typed: (event.target as HTMLInputElement).value });
  return html`<fieldset class="field limits">
    <legend>${voice.say('sending.limitLabel')}</legend>
    <label class="choice" part="choice">
      <input
        type="radio"
        name="limit"
        .checked=${!choice.limited}
        @change=${() => onChoose({ ...choice, limited: false })}
      />
      <span class="number">${voice.say('sending.noLimit', { count })}</span>
    </label>
    <div class="typed">
      <label class="choice" part="choice">
        <input
          type="radio"
          name="limit"
          .checked=${choice.limited}
          @change=${() => onChoose({ ...choice, limited: true })}
        />
        <span id="limit-label">${voice.say('sending.limitTyped')}</span>
      </label>
      <input
        class="input number"
        part="input"
        inputmode="numeric"
        autocomplete="off"
        maxlength="7"
        aria-labelledby="limit-label"
        aria-describedby="limit-problem"
        aria-invalid=${wrong ? 'true' : nothing}
        .value=${choice.typed}
        @input=${typeIt}
        @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && !event.repeat && onEnter()}
      />
    </div>
    <span id="limit-problem" class=${wrong ? 'problem' : 'hint number'} aria-live="polite">${said}</span>
  </fieldset>`;
}
