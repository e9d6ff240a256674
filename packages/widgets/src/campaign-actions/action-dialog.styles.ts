import { css } from 'lit';
import { actionDialogParts } from '../parts/action-dialog.styles.ts';

export const actionDialogStyles = [
  ...actionDialogParts,
  css`
    [inert] {
      opacity: 0.65;
    }
  `,
];
