import { css } from 'lit';
import { actionDialogParts } from '../parts/action-dialog.styles.ts';
import { textersStyles } from '../parts/texters.styles.ts';

/** What asks before a message action, in a dialog or in the page. */
export const messageActionStyles = [
  ...actionDialogParts,
  textersStyles,
  css`
    [inert] {
      opacity: 0.65;
    }
    .foot .first {
      margin-inline-end: auto;
      color: var(--_muted);
    }
    .problem:empty {
      display: none;
    }
  `,
];
