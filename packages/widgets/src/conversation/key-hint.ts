import { html, type TemplateResult } from 'lit';

/** The key that does it too, shown where there is a keyboard; those who listen hear it in the list of keys. */
export const keyHint = (key: string): TemplateResult => html`<kbd aria-hidden="true">${key}</kbd>`;
