import { html, type TemplateResult } from 'lit';

/**
 * What would be here, and the next step.
 *
 * @csspart empty - What stands there while nothing waits.
 */
export const emptyPanel = (shown: { title: string; help: string; deeds: TemplateResult }): TemplateResult =>
  html`<div class="empty" part="empty">
    <p class="strong">${shown.title}</p>
    <p class="muted">${shown.help}</p>
    <div class="deeds">${shown.deeds}</div>
  </div>`;
