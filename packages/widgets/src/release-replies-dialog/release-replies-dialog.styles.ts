import { css } from 'lit';
import { actionDialogParts } from '../parts/action-dialog.styles.ts';

export const releaseRepliesStyles = [
  ...actionDialogParts,
  css`
    .idle {
      gap: calc(var(--_space) * 2);
    }
    .idle > legend {
      margin-block-end: calc(var(--_space) * 2);
    }
    .options {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 1.5);
    }
    .option {
      position: relative;
      display: inline-flex;
      align-items: center;
      min-block-size: var(--_control);
      padding: 0 calc(var(--_space) * 3);
      border: 1px solid var(--_border-strong);
      border-radius: calc(var(--_control) / 2);
      cursor: pointer;
      transition:
        background-color var(--_motion),
        border-color var(--_motion);
    }
    .option:hover {
      background: var(--_hover);
    }
    .option > input {
      position: absolute;
      inset: 0;
      margin: 0;
      opacity: 0;
      cursor: pointer;
    }
    .option:has(:checked) {
      border-color: var(--_accent);
      background: color-mix(in oklab, var(--_accent) 12%, var(--_raised));
      box-shadow: inset 0 0 0 1px var(--_accent);
    }
    .option:has(:focus-visible) {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
    }
    .unit {
      display: inline-flex;
      align-items: center;
      gap: calc(var(--_space) * 2);
    }
    .counted {
      padding-block-start: calc(var(--_space) * 4);
      border-block-start: 1px solid var(--_border);
    }
    .refused {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: calc(var(--_space) * 3);
    }
    .refused .mark {
      display: grid;
      padding-block-start: 2px;
      color: var(--_muted);
    }
    @media (forced-colors: active) {
      .option:has(:checked) {
        outline: 2px solid Highlight;
      }
    }
  `,
];
