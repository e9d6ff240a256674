import { css } from 'lit';
import { actionDialogParts } from '../parts/action-dialog.styles.ts';
import { tipStyles } from '../parts/tip.ts';
import { toastStyles } from '../parts/toast.ts';

export const texterListStyles = [
  ...actionDialogParts,
  tipStyles,
  toastStyles,
  css`
    :host {
      display: block;
      container-type: inline-size;
    }
    .texters-page {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_space) * 3);
    }
    .texters-page > .field {
      inline-size: min(100%, 320px);
    }
    ul {
      padding: 0;
      list-style: none;
    }
    .texters-page > ul {
      border: 1px solid var(--_border);
      border-radius: calc(var(--_radius) + 2px);
      background: var(--_surface);
    }
    .texters-page > ul > li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 19em) auto;
      align-items: center;
      gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
      min-block-size: calc(var(--_control) + var(--_space) * 4 + 2px);
      padding: calc(var(--_space) * 2) calc(var(--_space) * 4);
    }
    .texters-page > ul > li + li {
      border-block-start: 1px solid var(--_border);
    }
    .who {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 2px calc(var(--_space) * 3);
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .off .who > .strong {
      color: var(--_muted);
    }
    .status {
      display: inline-flex;
      align-items: center;
      gap: var(--_space);
      color: var(--_warning);
    }
    .status .tip {
      color: var(--_text);
    }
    .teams {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_space);
      min-inline-size: 0;
    }
    .team {
      padding: 1px calc(var(--_space) * 2);
      border-radius: 999px;
      background: var(--_hover);
      color: var(--_muted);
    }
    .holds {
      display: flex;
      flex-wrap: wrap;
      gap: 0 calc(var(--_space) * 3);
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 2);
    }
    .main-deed {
      min-inline-size: 7em;
    }
    .more {
      justify-self: start;
    }
    .choice .hint {
      display: block;
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
      .texters-page > ul > li {
        grid-template-columns: minmax(0, 1fr);
      }
      .texters-page > .field {
        inline-size: 100%;
      }
      .acts > .button {
        flex: 1;
        border-color: var(--_border-strong);
      }
    }
  `,
];
