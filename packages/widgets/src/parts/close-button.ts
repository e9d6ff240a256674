import { html, type TemplateResult } from 'lit';

/**
 * The button of a dialog that only closes it: *Cancel*, or *Done* as the main one, with the focus where it is wanted.
 *
 * @csspart main - The one main button of a dialog.
 * @csspart cancel - The button beside it that only closes.
 */
export const closeButton = (
  label: string,
  close: () => void,
  { main = false, autofocus = false }: { main?: boolean; autofocus?: boolean } = {},
): TemplateResult =>
  html`<button
    class="button ${main ? 'main' : 'quiet'}"
    part=${main ? 'main' : 'cancel'}
    type="button"
    ?autofocus=${autofocus}
    @click=${close}
  >
    ${label}
  </button>`;
