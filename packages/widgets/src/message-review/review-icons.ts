import { svg } from 'lit';
import { icon } from '../parts/icons.ts';

export const reviewIcons = {
  search: icon(svg`<circle cx="7" cy="7" r="4.500"/><path d="m10.500 10.500 3 3"/>`),
  person: icon(
    svg`<circle cx="8" cy="5.500" r="2.800"/><path d="M2.800 13.500c.5-2.800 2.600-4.200 5.200-4.200s4.700 1.400 5.200 4.200"/>`,
  ),
  filter: icon(svg`<path d="M2 4h12M4.500 8h7M6.500 12h3"/>`),
  views: icon(svg`<path d="M4 2.500h8v11L8 10.800l-4 2.700z"/>`),
  download: icon(svg`<path d="M8 2.500v7.500M5 7.500 8 10.500l3-3M2.500 11v1.500a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1V11"/>`),
} as const;
