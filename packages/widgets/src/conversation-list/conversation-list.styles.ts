import { css } from 'lit';
import { queryStatesStyles } from '../parts/query-states.ts';
import { tipStyles } from '../parts/tip.ts';
import { emptyListStyles } from './empty-list.styles.ts';
import { selectionBarStyles } from './selection-bar.styles.ts';

/**
 * The list, and the conversation that is open beside it. It fills its container, which gives it a height. A row is one line
 * where there is room, else a card; both are of a fixed height, because the list reckons with it.
 */
export const conversationListStyles = [
  queryStatesStyles,
  tipStyles,
  emptyListStyles,
  selectionBarStyles,
  css`
    .split {
      display: grid;
      grid-template: minmax(0, 1fr) / minmax(0, 1fr);
      min-block-size: 0;
      block-size: 100%;
      gap: calc(var(--_space) * 3);
    }
    .conversations {
      display: flex;
      flex-direction: column;
      gap: calc(var(--_space) * 3);
      min-block-size: 0;
      container: conversations / inline-size;
    }
    .beside {
      min-inline-size: 0;
      min-block-size: 0;
    }
    @container (min-width: 60em) {
      .split.open {
        grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
      }
    }
    @container review (max-width: 59.99em) {
      .split.open {
        grid-template-rows: auto minmax(0, 1fr);
        gap: 0;
      }
      .split.open > .conversations > :not(.notice) {
        display: none;
      }
      .split.open > .conversations > .notice {
        margin-block-end: calc(var(--_space) * 3);
      }
    }
    .frame {
      position: relative;
      display: flex;
      flex-direction: column;
      flex: 1;
      min-block-size: 0;
      overflow: hidden;
      border: 1px solid var(--_border);
      border-radius: calc(var(--_radius) + 2px);
      background: var(--_surface);
    }
    .rows-scroller {
      --_row: max(44px, calc(var(--_control) + 8px));
      flex: 1;
      min-block-size: 0;
      overflow: auto;
      overscroll-behavior: contain;
      outline: none;
    }
    .rows-scroller:focus-visible {
      box-shadow: inset 0 0 0 2px var(--_accent);
    }
    .frame.changing .rows {
      opacity: 0.5;
      transition: opacity var(--_motion) 150ms;
    }
    .columns,
    .entry {
      display: grid;
      align-items: center;
      grid-template-columns:
        44px minmax(0, 2.3fr) minmax(0, 2.8fr) minmax(0, 1.9fr) minmax(0, 1.4fr) 194px minmax(0, 0.9fr)
        118px;
    }
    .who-reason-said-campaign-status-since :is(.columns, .entry) {
      grid-template-columns: 44px minmax(0, 2.4fr) minmax(0, 3.5fr) minmax(0, 2.1fr) minmax(0, 1.5fr) 194px 118px;
    }
    .no-ticks :is(.columns, .entry) > .tick {
      visibility: hidden;
    }
    .columns {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      min-block-size: 34px;
      border-block-end: 1px solid var(--_border);
      background: var(--_sunken);
      color: var(--_muted);
      font-size: 0.857em;
      font-weight: 500;
      white-space: nowrap;
    }
    .rows {
      contain: layout style;
    }
    .entry {
      position: relative;
      grid-template-rows: 100%;
      block-size: var(--_row);
      border-block-end: 1px solid var(--_border);
      contain: strict;
      cursor: default;
    }
    .entry:hover {
      background: color-mix(in oklab, var(--_hover) 60%, transparent);
    }
    .entry[aria-selected='true'] {
      background: color-mix(in oklab, var(--_accent) 9%, transparent);
    }
    .entry[aria-current='true'] {
      background: color-mix(in oklab, var(--_accent) 14%, transparent);
      box-shadow: inset 3px 0 0 var(--_accent);
    }
    :host(:dir(rtl)) .entry[aria-current='true'] {
      box-shadow: inset -3px 0 0 var(--_accent);
    }
    .entry.gone > :not(.tick) {
      opacity: 0.55;
    }
    :is(.columns, .entry) > :not(.tick) {
      display: flex;
      align-items: center;
      gap: calc(var(--_space) * 2);
      min-inline-size: 0;
      block-size: 100%;
      padding-inline: calc(var(--_space) * 2);
      overflow: hidden;
      white-space: nowrap;
    }
    .entry > .text {
      display: block;
      line-height: calc(var(--_row) - 1px);
      text-overflow: ellipsis;
    }
    .entry > :focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: -3px;
      border-radius: var(--_radius);
    }
    .tick,
    .tick > label {
      display: grid;
      place-items: center;
      inline-size: 100%;
      block-size: 100%;
      user-select: none;
    }
    .tick input {
      inline-size: 16px;
      block-size: 16px;
      margin: 0;
      accent-color: var(--_accent);
    }
    .tick input:focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
    }
    .entry .name {
      overflow: hidden;
      text-overflow: ellipsis;
      font-weight: 600;
    }
    .entry > * > .text {
      flex: 0 1 auto;
      min-inline-size: 0;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .entry .phone {
      flex: none;
      font-size: 0.929em;
    }
    .entry [dir='auto'] {
      text-align: -webkit-match-parent;
      text-align: match-parent;
    }
    .entry .svg {
      display: block;
      flex: none;
    }
    .entry.waits .said {
      font-weight: 500;
    }
    .entry .by {
      flex: none;
      max-inline-size: 40%;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .entry .last,
    .entry .since {
      color: var(--_muted);
      font-size: 0.929em;
    }
    .status > .svg {
      color: var(--_muted);
    }
    .needsResponse > .svg {
      color: var(--_warning);
    }
    .convo > .svg {
      color: var(--_success);
    }
    .flag {
      flex: none;
      color: var(--_muted);
    }
    .flag.needsAttention,
    .flag.likelyOptOut,
    .flag.escalated {
      color: var(--_warning);
    }
    .said .failed,
    .flag.optedOut {
      color: var(--_danger);
    }
    .tag {
      min-inline-size: 0;
      padding: 0 calc(var(--_space) * 1.5);
      border: 1px solid var(--_border);
      border-radius: 999px;
      background: var(--_sunken);
      overflow: hidden;
      text-overflow: ellipsis;
      font-size: 0.857em;
    }
    .news {
      flex: none;
      inline-size: 8px;
      block-size: 8px;
      border-radius: 50%;
      background: var(--_accent);
    }
    .gone .news {
      background: none;
      border: 1px solid var(--_muted);
    }
    .bones > :not(.tick) .bone {
      inline-size: 70%;
    }
    .button.fresh {
      position: absolute;
      inset-block-start: 42px;
      inset-inline-start: 50%;
      z-index: 2;
      translate: -50%;
      border-radius: 999px;
      border-color: transparent;
      background: var(--_accent);
      color: var(--_on-accent);
      box-shadow: var(--_shadow);
    }
    :host(:dir(rtl)) .button.fresh {
      translate: 50%;
    }
    .further {
      padding: calc(var(--_space) * 2);
    }
  `,
];
