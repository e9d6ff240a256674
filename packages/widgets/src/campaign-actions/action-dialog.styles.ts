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

export const actionDialogStyles = [
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
  css`
    :host {
      display: contents;
    }
    [inert] {
      opacity: 0.65;
    }
  `,
];
