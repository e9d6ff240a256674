import { css } from 'lit';
import { actionDialogParts } from '../parts/action-dialog.styles.ts';
import { screenStyles } from './screen.styles.ts';
import { textersStyles } from '../parts/texters.styles.ts';

/** The guided dialog: a little wider than a plain one, and of one height, so that a step does not make it jump. */
export const secondPassStyles = [
  ...actionDialogParts,
  screenStyles,
  textersStyles,
  css`
    .dialog {
      inline-size: min(540px, calc(100vw - 32px));
    }
    .body {
      min-block-size: min(380px, 50dvh);
    }
    .body:not(:has(.stack)),
    .body:has(.ended) {
      min-block-size: 0;
    }
    .foot .reason {
      flex: 1 1 12em;
    }
    .foot:has(.reason) .button.quiet {
      order: 1;
    }
    .foot:has(.reason) .button.main,
    .foot:has(.reason) .button.danger {
      order: 2;
    }
    @media (max-width: 520px) {
      .foot .reason {
        flex: none;
        order: 3;
      }
    }
    @media (max-width: 572px) {
      .dialog {
        inline-size: 100vw;
      }
    }
  `,
];
