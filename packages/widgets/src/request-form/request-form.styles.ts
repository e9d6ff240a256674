import { css } from 'lit';
import { queryStatesStyles } from '../parts/query-states.ts';
import { resultStyles } from '../parts/result.ts';
import { stepperStyles } from '../parts/stepper.ts';
import { bone } from '../styles/bone.ts';
import { button } from '../styles/button.ts';
import { field } from '../styles/field.ts';
import { text } from '../styles/text.ts';
import { tokens } from '../styles/tokens.ts';

export const requestFormStyles = [
  tokens,
  text,
  button,
  field,
  bone,
  queryStatesStyles,
  resultStyles,
  stepperStyles,
  css`
    :host {
      display: block;
      container-type: inline-size;
    }
    .request {
      display: grid;
      gap: calc(var(--_space) * 5);
      max-inline-size: 40em;
    }
    .held {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
      padding: calc(var(--_space) * 3);
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_sunken);
    }
    .held > .mark {
      display: grid;
      color: var(--_muted);
    }
    .held.unreplied {
      border-color: color-mix(in oklab, var(--_accent) 45%, var(--_border));
      background: color-mix(in oklab, var(--_accent) 7%, var(--_surface));
    }
    .held.unreplied > .mark {
      color: var(--_accent);
    }
    .held.unreplied > p {
      font-weight: 600;
    }
    .held > p {
      flex: 1 1 12em;
      min-inline-size: 0;
    }
    .kinds {
      display: grid;
      gap: calc(var(--_space) * 2);
    }
    .kinds > legend {
      margin-block-end: calc(var(--_space) * 2);
    }
    .kinds > .choice {
      padding: calc(var(--_space) * 3);
      border: 1px solid var(--_border);
      border-radius: calc(var(--_radius) + 2px);
      background: var(--_surface);
      transition:
        border-color var(--_motion),
        background-color var(--_motion);
    }
    .kinds > label.choice:hover {
      border-color: var(--_border-strong);
    }
    .kinds > .choice:has(:checked) {
      border-color: var(--_accent);
      background: color-mix(in oklab, var(--_accent) 6%, var(--_surface));
    }
    .kind {
      display: grid;
      gap: 2px;
      min-inline-size: 0;
    }
    .deed {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    }
    .deed:empty {
      display: none;
    }
    .result:focus {
      outline: none;
    }
    .result:focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: 6px;
      border-radius: var(--_radius);
    }
    .result > .mark:not(.good) {
      background: var(--_sunken);
      color: var(--_muted);
    }
    .skeleton {
      display: grid;
      gap: calc(var(--_space) * 5);
    }
    .skeleton .choice {
      min-block-size: 66px;
      cursor: default;
    }
    @container (min-width: 30em) {
      .kinds {
        grid-template-columns: 1fr 1fr;
      }
      .kinds > legend {
        grid-column: 1 / -1;
      }
    }
    @container (max-width: 24em) {
      .deed > .button,
      .held > .button {
        inline-size: 100%;
      }
    }
  `,
];
