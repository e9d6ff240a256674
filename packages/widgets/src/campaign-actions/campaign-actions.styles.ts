import { css } from 'lit';
import { menuButtonStyles } from '../parts/menu-button.styles.ts';
import { queryStatesStyles } from '../parts/query-states.ts';
import { bone } from '../styles/bone.ts';
import { button } from '../styles/button.ts';
import { text } from '../styles/text.ts';
import { tokens } from '../styles/tokens.ts';

export const campaignActionsStyles = [
  tokens,
  text,
  button,
  bone,
  menuButtonStyles,
  queryStatesStyles,
  css`
    :host {
      display: inline-block;
      max-inline-size: 100%;
      vertical-align: middle;
    }
    .bones {
      display: grid;
      gap: calc(var(--_space) * 4);
      inline-size: 220px;
      padding: calc(var(--_space) * 3);
    }
    .dialogs > * {
      --ck-font-size: 1em;
    }
    .ring {
      color: var(--_accent);
    }
  `,
];
