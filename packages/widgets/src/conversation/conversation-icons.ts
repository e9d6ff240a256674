import { svg } from 'lit';
import { icon } from '../parts/icons.ts';

export const conversationIcons = {
  redo: icon(svg`<path d="m10.5 3 3 3-3 3"/><path d="M13.5 6H7a4 4 0 0 0 0 8h3"/>`),
  emoji: icon(svg`<circle cx="8" cy="8" r="6"/><path d="M5.5 9.5a3 3 0 0 0 5 0M6 6.2v.01M10 6.2v.01"/>`),
  canned: icon(svg`<path d="M2.5 3.5h11M2.5 7h7M2.5 10.5h5"/><path d="m11.5 8-2 3.5h3l-1.5 3"/>`),
  selectAll: icon(
    svg`<path d="M2.5 5V3.5a1 1 0 0 1 1-1H5M11 2.5h1.5a1 1 0 0 1 1 1V5M13.5 11v1.5a1 1 0 0 1-1 1H11M5 13.5H3.5a1 1 0 0 1-1-1V11M5.5 6h5M5.5 8h5M5.5 10h3"/>`,
  ),
  pending: icon(svg`<path d="M13 8a5 5 0 1 1-1.5-3.5"/><path d="M13 2v3h-3"/>`),
  delivered: icon(svg`<path d="m1.5 8.5 3 3 6-7M7.5 10.5l1 1 6-7"/>`),
  keyboard: icon(
    svg`<rect x="1.5" y="4" width="13" height="8.5" rx="1.5"/><path d="M4 7v.01M6.7 7v.01M9.3 7v.01M12 7v.01M5 10h6"/>`,
  ),
  send: icon(svg`<path d="M2.5 8 13.5 3l-3 10.5-3-4.5zM7.5 9l6-6"/>`),
  picture: icon(
    svg`<rect x="2" y="3" width="12" height="10" rx="1.5"/><path d="m2.5 11 3.5-3.5 3 3 2-2 2.5 2.5M10.5 6v.01"/>`,
  ),
} as const;
