import { svg } from 'lit';
import { icon } from '../parts/icons.ts';

export const listIcons = {
  optedOut: icon(svg`<circle cx="8" cy="8" r="5.5"/><path d="m4.2 4.2 7.6 7.6"/>`),
  escalated: icon(svg`<path d="M4 14V2.500M4 3h8l-2 3 2 3H4"/>`),
  likely: icon(
    svg`<circle cx="8" cy="8" r="5.5"/><path d="M6.3 6.400a1.700 1.700 0 1 1 2.300 1.600c-.4.2-.6.500-.6 1M8 11v.010"/>`,
  ),
  ours: icon(svg`<path d="m6.500 4-4 4 4 4"/><path d="M2.500 8h7a4 4 0 0 1 4 4"/>`),
  needsMessage: icon(svg`<circle cx="8" cy="8" r="5" stroke-dasharray="2.200 2"/>`),
  messaged: icon(svg`<circle cx="8" cy="8" r="5"/>`),
  needsResponse: icon(
    svg`<circle cx="8" cy="8" r="5"/><circle cx="8" cy="8" r="2.200" fill="currentColor" stroke="none"/>`,
  ),
  convo: icon(svg`<circle cx="8" cy="8" r="5"/><path d="M8 3a5 5 0 0 1 0 10z" fill="currentColor" stroke="none"/>`),
  closed: icon(svg`<circle cx="8" cy="8" r="5"/><path d="m5.800 8.200 1.600 1.600 2.900-3.400"/>`),
} as const;
