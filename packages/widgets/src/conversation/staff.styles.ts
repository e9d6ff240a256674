import { css } from 'lit';
import { dialogStyles } from '../parts/dialog.styles.ts';
import { queryStatesStyles } from '../parts/query-states.ts';
import { tipStyles } from '../parts/tip.ts';
import { bone } from '../styles/bone.ts';
import { button } from '../styles/button.ts';
import { field } from '../styles/field.ts';
import { answerStyles } from './answer.styles.ts';
import { threadStyles } from './thread.styles.ts';

/** A conversation beside a list. It fills its container, which gives it a height; its own width decides what has room. */
export const staffStyles = [
  button,
  field,
  bone,
  dialogStyles,
  queryStatesStyles,
  tipStyles,
  threadStyles,
  answerStyles,
  css`
    .staff {
      container-type: inline-size;
      min-inline-size: 0;
      min-block-size: 0;
      block-size: 100%;
      overflow: hidden;
      border: 1px solid var(--_border);
      border-radius: calc(var(--_radius) + 2px);
      background: var(--_surface);
    }
    .staff .thread {
      block-size: 100%;
      align-content: stretch;
      overflow: auto;
    }
    .staff .scroller {
      min-block-size: 9em;
      max-block-size: none;
    }
    .staff .aside {
      max-block-size: 40cqb;
    }
    .staff .deeds {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
    }
    .staff .top > .escalation {
      grid-column: 1 / -1;
      display: grid;
      gap: 2px;
      margin-block: var(--_space);
      padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
      border-inline-start: 2px solid var(--_warning);
      background: var(--_sunken);
      overflow-wrap: anywhere;
    }
    .staff .held {
      display: flex;
      flex-wrap: wrap;
      gap: 0 calc(var(--_space) * 3);
      grid-column: 1 / -1;
    }
    .keys {
      display: grid;
      gap: calc(var(--_space) * 2);
    }
  `,
];
