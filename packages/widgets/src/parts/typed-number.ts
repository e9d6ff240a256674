import { html, type TemplateResult } from 'lit';
import { number } from './number.ts';
import type { Voice } from './voice.ts';

/** What was typed, as a whole number, in whatever digits and groups; null when it is none. */
export function readNumber(typed: string): number | null {
  const latin = typed
    .trim()
    .replace(/[٠-٩]/g, digit => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, digit => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/(\d)[\s.,'’٬](?=\d{3}(\D|$))/g, '$1');
  return /^\d{1,12}$/.test(latin) ? Number(latin) : null;
}

/**
 * Asks to type the number that is about to change: for what should not be done by a slip of the hand.
 *
 * @csspart input - A field to type in.
 */
export function typedNumber(
  voice: Voice,
  shown: { count: number; value: string; wrong: boolean; onInput: (value: string) => void; onEnter: () => void },
): TemplateResult {
  return html`<div class="field">
    <label for="typed">${voice.say('typed.label', { number: number(voice.locale, shown.count) })}</label>
    <input
      class="input number"
      part="input"
      id="typed"
      inputmode="numeric"
      autocomplete="off"
      spellcheck="false"
      .value=${shown.value}
      aria-invalid=${shown.wrong ? 'true' : 'false'}
      aria-describedby="typed-problem"
      @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && !event.repeat && shown.onEnter()}
      @input=${(event: Event) => shown.onInput((event.target as HTMLInputElement).value)}
    />
    <span class="problem" id="typed-problem" aria-live="polite">${shown.wrong ? voice.say('typed.wrong') : ''}</span>
  </div>`;
}
