import { css } from 'lit';
import { dialogStyles } from '../parts/dialog.styles.ts';
import { progressStyles } from '../parts/progress.ts';
import { queryStatesStyles } from '../parts/query-states.ts';
import { tipStyles } from '../parts/tip.ts';
import { bone } from '../styles/bone.ts';
import { button } from '../styles/button.ts';
import { field } from '../styles/field.ts';
import { text } from '../styles/text.ts';
import { tokens } from '../styles/tokens.ts';

export const automaticSendingStyles = [
  tokens,
  text,
  button,
  field,
  bone,
  dialogStyles,
  progressStyles,
  queryStatesStyles,
  tipStyles,
  css`
    :host {
      display: block;
      container-type: inline-size;
    }
    .sending,
    .editor {
      display: grid;
      gap: calc(var(--_space) * 4);
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .sending .head {
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      min-block-size: var(--_control);
      padding: 0;
    }
    .sending .head .button.icon {
      margin: 0;
    }
    .state {
      display: flex;
      align-items: center;
      gap: calc(var(--_space) * 2);
      border-radius: var(--_radius);
      font-weight: 600;
    }
    .state:focus {
      outline: none;
    }
    .state:focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: 4px;
    }
    .state .svg {
      color: var(--_muted);
    }
    .state.running .svg {
      color: var(--_accent);
    }
    .state.ended .svg {
      color: var(--_success);
    }
    .state.stopped .svg,
    .notice > .mark:has(+ div .strong) {
      color: var(--_danger);
    }
    .state.blocked .svg,
    .warned > .svg {
      color: var(--_warning);
    }
    .lines,
    .effect {
      display: grid;
      gap: calc(var(--_space) * 1.5);
    }
    .effect {
      min-block-size: 1.43em;
      transition: color var(--_motion);
    }
    .effect.old {
      color: var(--_muted);
    }
    .lines > .bar {
      inline-size: 100%;
      margin-block-end: 2px;
    }
    .warned {
      display: flex;
      align-items: start;
      gap: calc(var(--_space) * 2);
    }
    .warned > .svg {
      flex: none;
      margin-block-start: 2px;
    }
    .editor {
      padding: calc(var(--_space) * 4);
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_sunken);
    }
    .limits {
      gap: calc(var(--_space) * 2);
    }
    .limits > legend {
      margin-block-end: var(--_space);
    }
    .typed {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    }
    .limits > :is(.hint, .problem):empty {
      display: none;
    }
    .sum {
      display: grid;
      gap: var(--_space);
    }
    .empty {
      display: grid;
      justify-items: center;
      gap: var(--_space);
      padding: calc(var(--_space) * 8) calc(var(--_space) * 6);
      border: 1px dashed var(--_border-strong);
      border-radius: var(--_radius);
      text-align: center;
    }
    @container (max-width: 24em) {
      .sending .head > .row,
      .sending .head > .row > .button {
        flex: 1 1 auto;
      }
    }
  `,
];
