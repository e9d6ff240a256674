import { css } from 'lit';
import { dialogStyles } from '../parts/dialog.styles.ts';
import { progressStyles } from '../parts/progress.ts';
import { queryStatesStyles } from '../parts/query-states.ts';
import { tipStyles } from '../parts/tip.ts';
import { toastStyles } from '../parts/toast.ts';
import { bone } from '../styles/bone.ts';
import { button } from '../styles/button.ts';
import { field } from '../styles/field.ts';
import { text } from '../styles/text.ts';
import { tokens } from '../styles/tokens.ts';
import { answerStyles } from '../conversation/answer.styles.ts';
import { threadStyles } from '../conversation/thread.styles.ts';
import { repliesStyles } from './replies.styles.ts';

export const texterQueueStyles = [
  tokens,
  text,
  button,
  field,
  bone,
  dialogStyles,
  progressStyles,
  queryStatesStyles,
  tipStyles,
  toastStyles,
  css`
    :host {
      display: block;
      container-type: inline-size;
    }
    .queue,
    .panel {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_space) * 3);
    }
    .bars {
      display: flex;
      align-items: end;
      gap: calc(var(--_space) * 2);
      border-block-end: 1px solid var(--_border);
    }
    .bars .button.icon {
      align-self: center;
    }
    .tabs {
      display: flex;
      flex: 1;
      min-inline-size: 0;
      gap: calc(var(--_space) * 4);
    }
    .tab {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: center;
      gap: 0 calc(var(--_space) * 1.5);
      min-block-size: calc(var(--_control) + 4px);
      margin: 0 0 -1px;
      padding: calc(var(--_space) * 1.5) var(--_space);
      border: 0;
      border-block-end: 2px solid transparent;
      background: none;
      color: var(--_muted);
      font: inherit;
      font-weight: 500;
      text-align: start;
      cursor: pointer;
    }
    .tab:hover {
      color: var(--_text);
    }
    .tab[aria-selected='true'] {
      border-color: var(--_accent);
      color: var(--_text);
    }
    .tab:focus-visible,
    .reply:focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: -2px;
      border-radius: var(--_radius);
    }
    .deeds {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 2);
    }
    .card {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_space) * 3);
      inline-size: min(100%, 560px);
      margin-inline: auto;
      padding: calc(var(--_space) * 5);
      border: 1px solid var(--_border);
      border-radius: calc(var(--_radius) * 2);
      background: var(--_raised);
    }
    .far {
      display: flex;
      align-items: center;
      gap: calc(var(--_space) * 3);
    }
    .far .bar {
      block-size: 4px;
    }
    .phone {
      display: flex;
      min-block-size: 9em;
      padding: calc(var(--_space) * 4);
      border-radius: calc(var(--_radius) * 1.5);
      background: var(--_sunken);
    }
    .phone .bubble {
      margin-inline-start: auto;
      align-self: end;
    }
    .coming {
      animation: coming var(--_motion) ease-out;
    }
    @keyframes coming {
      from {
        opacity: 0;
        translate: 0 8px;
      }
    }
    .apart::before {
      content: '·';
      margin-inline: calc(var(--_space) * 1.5);
    }
    .card .deeds .main {
      min-inline-size: 9em;
      min-block-size: max(var(--_control), 40px);
    }
    .card .deeds .quiet {
      min-block-size: max(var(--_control), 40px);
    }
    .card .end {
      margin-inline-start: auto;
    }
    .empty {
      display: grid;
      justify-items: center;
      align-content: center;
      gap: var(--_space);
      padding: calc(var(--_space) * 10) calc(var(--_space) * 5);
      border: 1px dashed var(--_border-strong);
      border-radius: var(--_radius);
      text-align: center;
    }
    .empty .muted {
      max-inline-size: 44ch;
    }
    .empty .deeds {
      justify-content: center;
      margin-block-start: calc(var(--_space) * 3);
    }
    @media (forced-colors: active) {
      .tab[aria-selected='true'] {
        border-color: Highlight;
      }
    }
    @container (max-width: 34em) {
      .card {
        padding: calc(var(--_space) * 4);
      }
      .card .deeds .main {
        flex: 1 1 100%;
      }
    }
  `,
  threadStyles,
  answerStyles,
  repliesStyles,
];
