import { html, nothing, type TemplateResult } from 'lit';
import { icons } from './icons.ts';

/** How a dialog of several screens looks around them: where one is, and the way back. */
export type DialogSteps = {
  /** Which step is shown, from 0; a new one gets the focus. */
  at: number;
  line: TemplateResult;
  /** Without it there is no way back. */
  back: TemplateResult | false;
};

type Shown = {
  names: readonly string[];
  at: number;
  label: string;
  back: { label: string; go: () => void } | false;
};

/**
 * The named steps of a dialog and the arrow to the one before.
 *
 * @csspart steps - The list of named steps.
 * @csspart step - One of them.
 * @csspart back - The arrow that goes a step back.
 */
export const dialogSteps = ({ names, at, label, back }: Shown): DialogSteps => ({
  at,
  line: html`<ol class="steps" part="steps" aria-label=${label}>
    ${names.map(
      (name, step) =>
        html`<li
          class=${step < at ? 'past' : step === at ? 'now' : 'ahead'}
          part="step"
          aria-current=${step === at ? 'step' : nothing}
        >
          <span>${name}</span>
        </li>`,
    )}
  </ol>`,
  back:
    back &&
    html`<button class="button icon" part="back" type="button" aria-label=${back.label} @click=${back.go}>
      <span class="flip">${icons.back}</span>
    </button>`,
});
