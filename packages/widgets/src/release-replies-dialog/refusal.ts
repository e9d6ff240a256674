import { html, type TemplateResult } from 'lit';
import { icons } from '../parts/icons.ts';

/** Instead of the questions: why nothing can be released here. */
export const refusal = (why: string): TemplateResult =>
  html`<div class="refused" role="status">
    <span class="mark">${icons.lock}</span>
    <p>${why}</p>
  </div>`;
