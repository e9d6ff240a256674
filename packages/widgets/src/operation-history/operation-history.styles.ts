import { css } from 'lit';
import { dialogStyles } from '../parts/dialog.styles.ts';
import { previewStyles } from '../parts/preview.ts';
import { progressStyles } from '../parts/progress.ts';
import { queryStatesStyles } from '../parts/query-states.ts';
import { relativeTimeStyles } from '../parts/relative-time.ts';
import { bone } from '../styles/bone.ts';
import { button } from '../styles/button.ts';
import { text } from '../styles/text.ts';
import { tokens } from '../styles/tokens.ts';

export const operationHistoryStyles = [
  tokens,
  text,
  button,
  bone,
  dialogStyles,
  previewStyles,
  progressStyles,
  queryStatesStyles,
  relativeTimeStyles,
  css`
    :host {
      display: block;
      container-type: inline-size;
    }
    .history {
      display: grid;
      gap: calc(var(--_space) * 3);
    }
    .scroll {
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      overflow: hidden;
      background: var(--_surface);
    }
    table {
      inline-size: 100%;
      border-collapse: collapse;
      text-align: start;
    }
    thead th {
      padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
      background: var(--_sunken);
      color: var(--_muted);
      font-size: 0.857em;
      font-weight: 500;
      text-align: start;
      white-space: nowrap;
    }
    tbody tr {
      border-block-start: 1px solid var(--_border);
    }
    tbody tr:hover {
      background: color-mix(in oklab, var(--_hover) 50%, transparent);
    }
    tbody th,
    tbody td {
      block-size: 40px;
      padding: var(--_space) calc(var(--_space) * 3);
      font-weight: 400;
      text-align: start;
      overflow-wrap: anywhere;
    }
    tbody .what {
      font-weight: 600;
      overflow-wrap: break-word;
    }
    tbody .campaign .named {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      text-align: -webkit-match-parent;
      text-align: match-parent;
    }
    tbody .who span {
      display: block;
      max-inline-size: 11em;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    @container (min-width: 68em) {
      tbody .what {
        inline-size: 16em;
        min-inline-size: 10em;
      }
      tbody .campaign {
        inline-size: 26%;
        min-inline-size: 12em;
        overflow-wrap: break-word;
      }
    }
    @container (min-width: 71.4em) {
      tbody .what {
        inline-size: 21em;
      }
      tbody .campaign {
        inline-size: 30%;
      }
    }
    tbody .undone .what,
    tbody .undone .end {
      color: var(--_muted);
      text-decoration: line-through;
      text-decoration-color: var(--_border-strong);
      font-weight: 500;
    }
    thead .end,
    tbody .end {
      text-align: end;
    }
    tbody .end {
      white-space: nowrap;
    }
    @container (min-width: 80em) {
      tbody .time,
      tbody .act {
        white-space: nowrap;
      }
    }
    tbody .act {
      inline-size: 1%;
      padding-block: 0;
      padding-inline-end: calc(var(--_space) * 2);
      text-align: end;
      /* Of long words none is broken, but two may stand one above the other: what does not fit could not be reached. */
      overflow-wrap: normal;
    }
    tbody .time {
      overflow-wrap: normal;
    }
    .act .button {
      white-space: normal;
      text-align: start;
    }
    .status {
      display: inline-flex;
      align-items: center;
      vertical-align: top;
      gap: calc(var(--_space) * 1.5);
      overflow-wrap: normal;
      color: var(--_muted);
    }
    .status .mark {
      display: grid;
    }
    .status.done .mark {
      color: var(--_success);
    }
    .status.kept .mark {
      color: var(--_warning);
    }
    .status.failed .mark {
      color: var(--_danger);
    }
    .reason {
      display: block;
      max-inline-size: 36ch;
      overflow-wrap: anywhere;
    }
    .running {
      display: grid;
      gap: 3px;
      min-inline-size: 9em;
    }
    .running .bar {
      inline-size: 100%;
      block-size: 6px;
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
    .more {
      text-align: center;
    }
    .confirm {
      min-block-size: 84px;
      align-content: start;
    }
    @container (max-width: 67.9em) {
      thead {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      table,
      tbody,
      tbody tr,
      tbody th,
      tbody td {
        display: block;
      }
      tbody tr {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px calc(var(--_space) * 3);
        padding: calc(var(--_space) * 3);
      }
      tbody tr:first-child {
        border-block-start: 0;
      }
      tbody th,
      tbody td {
        block-size: auto;
        inline-size: auto;
        min-inline-size: 0;
        padding: 0;
      }
      tbody .what {
        flex: 1 1 calc(100% - 132px);
        order: -2;
        inline-size: auto;
      }
      tbody .act {
        flex: none;
        order: -1;
        inline-size: auto;
        margin-inline-start: auto;
        padding: 0;
      }
      tbody tr:not(:has(.act button)) .what {
        flex-basis: 100%;
      }
      tbody tr:not(:has(.act button)) .act {
        display: none;
      }
      tbody .campaign {
        flex: 1 1 100%;
        inline-size: auto;
      }
      .running {
        grid-template-columns: 8em auto;
        align-items: center;
        gap: calc(var(--_space) * 2);
      }
      tbody .who,
      tbody .state {
        inline-size: auto;
      }
      tbody td:not(.act) {
        color: var(--_muted);
        font-size: 0.929em;
      }
      tbody .end {
        text-align: start;
      }
      tbody .end.none {
        display: none;
      }
      tbody .end::after {
        content: ' ' attr(data-unit);
      }
    }
  `,
];
