import { css } from 'lit';
import { bone } from '../styles/bone.ts';
import { button } from '../styles/button.ts';
import { field } from '../styles/field.ts';
import { text } from '../styles/text.ts';
import { tokens } from '../styles/tokens.ts';
import { dialogStyles } from './dialog.styles.ts';
import { previewStyles } from './preview.ts';
import { progressStyles } from './progress.ts';
import { queryStatesStyles } from './query-states.ts';
import { resultStyles } from './result.ts';

/** What every dialog that previews, runs and undoes an action is made of. The element itself takes no room. */
export const actionDialogParts = [
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
  `,
];
