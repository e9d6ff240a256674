import { css, html, type TemplateResult } from 'lit';
import { number } from './number.ts';
import { readNumber } from './typed-number.ts';
import type { Voice } from './voice.ts';

export type Stepper = {
  /** Of the field, within its root. */
  id: string;
  label: string;
  /** Shown beside the field only for those who listen: the page says it elsewhere. */
  labelHidden?: boolean;
  /** What was typed; null: the usual number. */
  typed: string | null;
  usual: number;
  most: number;
  onInput: (typed: string) => void;
  onEnter: () => void;
};

/** The number that a stepper stands for, from 1 to `most`; null when what was typed is none of these. */
export function numberOf({ typed, usual, most }: Pick<Stepper, 'typed' | 'usual' | 'most'>): number | null {
  if (typed === null) return usual;
  const read = readNumber(typed);
  return read !== null && read >= 1 && read <= most ? read : null;
}

/**
 * A field for a number with a button at each side. Typed it is taken as it is or not at all; the buttons and the arrow
 * keys stay within the limits.
 *
 * @csspart input - A field to type in.
 * @csspart step - A button beside the field, for fewer or more.
 */
export function stepper(voice: Voice, shown: Stepper): TemplateResult {
  const { id, most, usual, typed } = shown;
  const count = numberOf(shown);
  const now = count ?? usual;
  const by = most >= 50 ? 10 : 1;
  const within = (wanted: number) => Math.min(most, Math.max(1, wanted));
  const button = (label: string, sign: string, to: number) =>
    html`<button
      class="button icon"
      part="step"
      type="button"
      aria-label=${label}
      aria-controls=${id}
      aria-disabled=${to === count ? 'true' : 'false'}
      @click=${() => shown.onInput(number(voice.locale, to))}
    >
      ${sign}
    </button>`;
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.repeat) shown.onEnter();
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    shown.onInput(number(voice.locale, within(now + step)));
  };
  return html`<div class="field">
    <label class=${shown.labelHidden ? 'hidden' : ''} for=${id}>${shown.label}</label>
    <div class="stepper">
      ${button(voice.say('request.fewer'), '−', within(Math.ceil(now / by - 1) * by))}
      <input
        class="input number"
        part="input"
        id=${id}
        inputmode="numeric"
        autocomplete="off"
        spellcheck="false"
        .value=${typed ?? number(voice.locale, usual)}
        aria-invalid=${count === null ? 'true' : 'false'}
        aria-describedby="${id}-hint"
        @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        @input=${(event: Event) => shown.onInput((event.target as HTMLInputElement).value)}
        @keydown=${onKey}
      />
      ${button(voice.say('request.more'), '+', within(Math.floor(now / by + 1) * by))}
    </div>
    <span class=${count === null ? 'problem' : 'hint'} id="${id}-hint" aria-live="polite">
      ${voice.say(count === null ? 'request.invalid' : 'request.most', { most })}
    </span>
  </div>`;
}

export const stepperStyles = css`
  .stepper {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    justify-self: start;
  }
  .stepper .input {
    text-align: center;
  }
  .stepper .button {
    border-color: var(--_border-strong);
    font-size: 1.143em;
  }
  .stepper .button.button.button[aria-disabled='true'] {
    border-color: var(--_border);
  }
`;
