import { svg, html, type TemplateResult } from 'lit';

/** A drawing of 16 px from its shape. */
export const icon = (shape: TemplateResult): TemplateResult =>
  html`<svg
    class="svg"
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${shape}
  </svg>`;

/** Line drawings of 16 px in the colour of the text; never the only thing that says something. */
export const icons = {
  dots: icon(
    svg`<g fill="currentColor" stroke="none"><circle cx="3" cy="8" r="1.4"/><circle cx="8" cy="8" r="1.4"/><circle cx="13" cy="8" r="1.4"/></g>`,
  ),
  chevron: icon(svg`<path d="m4 6 4 4 4-4"/>`),
  close: icon(svg`<path d="m4 4 8 8M12 4l-8 8"/>`),
  back: icon(svg`<path d="m9.5 3.5-4.5 4.5 4.5 4.5"/>`),
  check: icon(svg`<path d="m3 8.5 3.5 3.5L13 4.5"/>`),
  warning: icon(svg`<path d="M8 2.2 14.5 13.5h-13zM8 6.5v3"/><path d="M8 11.6v.01"/>`),
  error: icon(svg`<circle cx="8" cy="8" r="6"/><path d="M8 5v3.5M8 11v.01"/>`),
  info: icon(svg`<circle cx="8" cy="8" r="6"/><path d="M8 7.5V11M8 5v.01"/>`),
  lock: icon(svg`<rect x="3" y="7" width="10" height="6.5" rx="1.5"/><path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2"/>`),
  offline: icon(
    svg`<path d="M2 2l12 12M4.2 7.2a6 6 0 0 1 2-1.2M1.8 4.9a9 9 0 0 1 2.1-1.3M8 3a9 9 0 0 1 6.2 1.9M11.8 7.2a6 6 0 0 0-2-1.1M6.3 9.6a2.6 2.6 0 0 1 2.6-.5M8 12.5v.01"/>`,
  ),
  undo: icon(svg`<path d="M5.5 3 2.5 6l3 3"/><path d="M2.5 6H9a4 4 0 0 1 0 8H6"/>`),
  release: icon(svg`<path d="M2.5 8.5v3a2 2 0 0 0 2 2h7a2 2 0 0 0 2-2v-3M8 10V2.5M5 5l3-2.5L11 5"/>`),
  replies: icon(svg`<path d="M13.5 7.5a5.5 5 0 0 1-8 4.4L2.5 13l.9-2.8A5.2 5.2 0 0 1 2.5 7.5a5.5 5 0 0 1 11 0z"/>`),
  again: icon(svg`<path d="M13 8a5 5 0 1 1-1.6-3.7L13 6"/><path d="M13 2.5V6H9.5"/>`),
  revert: icon(svg`<path d="M3 8a5 5 0 1 0 1.6-3.7L3 6"/><path d="M3 2.5V6h3.5"/>`),
  power: icon(svg`<path d="M8 2v5.5M4.5 4.2a5 5 0 1 0 7 0"/>`),
  archive: icon(
    svg`<rect x="2" y="3" width="12" height="3" rx="1"/><path d="M3 6v6a1.5 1.5 0 0 0 1.5 1.5h7A1.5 1.5 0 0 0 13 12V6M6.5 9h3"/>`,
  ),
  trash: icon(
    svg`<path d="M2.5 4.5h11M6 4.5V3a.8.8 0 0 1 .8-.8h2.4a.8.8 0 0 1 .8.8v1.5M4 4.5l.6 8.2a1 1 0 0 0 1 .9h4.8a1 1 0 0 0 1-.9l.6-8.2"/>`,
  ),
} as const;

/** How far something is, as a ring; `share` from 0 to 1. */
export const ring = (share: number): TemplateResult =>
  html`<svg class="ring" width="16" height="16" viewBox="0 0 16 16" fill="none" stroke-width="2" aria-hidden="true">
    <circle cx="8" cy="8" r="6.5" stroke="currentColor" opacity="0.25" />
    <circle
      cx="8"
      cy="8"
      r="6.5"
      stroke="currentColor"
      pathLength="100"
      stroke-dasharray="${Math.max(2, Math.round(share * 100))} 100"
      stroke-linecap="round"
      transform="rotate(-90 8 8)"
    />
  </svg>`;
