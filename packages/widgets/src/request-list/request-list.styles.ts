import { css } from 'lit';
import { queryStatesStyles } from '../parts/query-states.ts';
import { stepperStyles } from '../parts/stepper.ts';
import { tipStyles } from '../parts/tip.ts';
import { bone } from '../styles/bone.ts';
import { button } from '../styles/button.ts';
import { field } from '../styles/field.ts';
import { text } from '../styles/text.ts';
import { tokens } from '../styles/tokens.ts';

export const requestListStyles = [
  tokens,
  text,
  button,
  field,
  bone,
  queryStatesStyles,
  stepperStyles,
  tipStyles,
  css`
    :host {
      display: block;
      container-type: inline-size;
    }
    .requests {
      display: grid;
      gap: calc(var(--_space) * 3);
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: calc(var(--_space) * 2);
      min-block-size: var(--_control);
    }
    ul {
      padding: 0;
      border: 1px solid var(--_border);
      border-radius: calc(var(--_radius) + 2px);
      background: var(--_surface);
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: start;
      gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
      padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    }
    li + li {
      border-block-start: 1px solid var(--_border);
    }
    .who {
      display: grid;
      gap: 2px;
      min-inline-size: 0;
    }
    .who .strong {
      overflow-wrap: anywhere;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      align-items: start;
      gap: calc(var(--_space) * 2);
    }
    .acts .field {
      position: relative;
    }
    .acts .hint {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .acts .input.number {
      inline-size: 5em;
    }
    .wide {
      grid-column: 1 / -1;
    }
    li.done {
      align-items: center;
    }
    li.done .who {
      color: var(--_muted);
    }
    .decided {
      display: flex;
      align-items: center;
      gap: calc(var(--_space) * 2);
      min-block-size: var(--_control);
      border-radius: var(--_radius);
    }
    .decided:focus {
      outline: none;
    }
    .decided:focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: 4px;
    }
    .decided > .mark {
      display: grid;
      color: var(--_muted);
    }
    .decided > .mark.good {
      color: var(--_success);
    }
    .empty {
      padding: calc(var(--_space) * 10) calc(var(--_space) * 6);
      border: 1px dashed var(--_border-strong);
      border-radius: var(--_radius);
      text-align: center;
    }
    .empty .muted {
      max-inline-size: 44ch;
      margin: var(--_space) auto 0;
    }
    @container (max-width: 40em) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
    }
    @container (max-width: 24em) {
      .acts .field {
        flex: 1 0 100%;
      }
    }
  `,
];
