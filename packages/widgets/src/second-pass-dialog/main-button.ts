import { html, nothing, type TemplateResult } from 'lit';

/** The one main button of a screen: it says the deed and the number. */
export type MainButton = {
  label: string;
  act: () => void;
  /** Why it cannot be pressed now; said beside it, but only to those who listen where it stands on the screen already. */
  problem?: string | null;
  saidAbove?: boolean;
  danger?: boolean;
  /** Pressed, and not answered yet. */
  waiting?: boolean;
};

/** Greyed out but never out of reach, so that the reason can be heard; Enter on it then does nothing. */
export function mainButton({
  label,
  act,
  problem = null,
  saidAbove = false,
  danger = false,
  waiting = false,
}: MainButton): TemplateResult {
  const off = problem !== null || waiting;
  return html`${
      problem
        ? html`<span id="main-problem" class=${saidAbove ? 'hidden' : 'reason muted small'}>${problem}</span>`
        : nothing
    }
    <button
      class="button ${danger ? 'danger' : 'main'} number"
      part="main"
      type="button"
      aria-disabled=${off ? 'true' : 'false'}
      aria-describedby=${problem ? 'main-problem' : nothing}
      @click=${() => {
        if (!off) act();
      }}
    >
      ${label}
    </button>`;
}
