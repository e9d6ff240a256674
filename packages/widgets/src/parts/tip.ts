import { css, html, type TemplateResult } from 'lit';
import { keepBeside } from './place.ts';

let stopPlacing = () => {};

/**
 * Something short that says more on hover and on focus. `kind` is a class of it.
 *
 * @csspart tip - What is said on hover and focus.
 */
export function withTip(content: TemplateResult, tip: string, kind = ''): TemplateResult {
  return html`<span
    class="when ${kind}"
    tabindex="0"
    @pointerenter=${show}
    @focus=${show}
    @pointerleave=${hide}
    @blur=${hide}
    @keydown=${onKey}
    >${content}<span class="tip" part="tip" popover="manual" role="tooltip">${tip}</span></span
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

export const tipStyles = css`
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
    inline-size: max-content;
    max-inline-size: min(360px, calc(100vw - 16px));
    pointer-events: none;
  }
`;
