import { css } from 'lit';
import { messageActionStyles } from '../message-actions/message-action.styles.ts';

/** The panel in the page: the same as in a dialog, without one around it. */
export const reassignPanelStyles = [
  ...messageActionStyles,
  css`
    :host {
      display: block;
      container-type: inline-size;
    }
    .panel {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_space) * 4);
      padding: calc(var(--_space) * 4);
      border: 1px solid var(--_border);
      border-radius: calc(var(--_radius) * 1.5);
      background: var(--_raised);
    }
    .panel .foot {
      padding: calc(var(--_space) * 3) 0 0;
    }
    .empty {
      padding: calc(var(--_space) * 6) calc(var(--_space) * 4);
      border: 1px dashed var(--_border-strong);
      border-radius: var(--_radius);
      text-align: center;
    }
    .empty .muted {
      max-inline-size: 44ch;
      margin: var(--_space) auto 0;
    }
    @container (max-width: 26em) {
      .panel .foot {
        flex-direction: column-reverse;
        align-items: stretch;
      }
      .panel .foot .first {
        margin-inline: 0;
      }
    }
  `,
];
