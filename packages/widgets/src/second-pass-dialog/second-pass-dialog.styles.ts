import { css } from 'lit';
import { dialogStyles } from '../parts/dialog.styles.ts';
import { previewStyles } from '../parts/preview.ts';
import { progressStyles } from '../parts/progress.ts';
import { queryStatesStyles } from '../parts/query-states.ts';
import { resultStyles } from '../parts/result.ts';
import { bone } from '../styles/bone.ts';
import { button } from '../styles/button.ts';
import { field } from '../styles/field.ts';
import { text } from '../styles/text.ts';
import { tokens } from '../styles/tokens.ts';
import { screenStyles } from './screen.styles.ts';
import { textersStyles } from './texters.styles.ts';

/** The guided dialog: a little wider than a plain one, and of one height, so that a step does not make it jump. */
export const secondPassStyles = [
  tokens,
  text,
  button,
  field,
  bone,
  dialogStyles,
  previewStyles,
  progressStyles,
  resultStyles,
  queryStatesStyles,
  screenStyles,
  textersStyles,
  css`
    :host {
      display: contents;
    }
    .dialog {
      inline-size: min(540px, calc(100vw - 32px));
    }
    .body {
      min-block-size: min(380px, 50dvh);
    }
    .body:not(:has(.stack)) {
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
