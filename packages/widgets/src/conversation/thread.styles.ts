import { css } from 'lit';

/** A conversation: who it is with, its messages, and where it is answered. */
export const threadStyles = css`
  kbd {
    padding: 0 calc(var(--_space) * 1.25);
    border: 1px solid color-mix(in oklab, currentcolor 35%, transparent);
    border-radius: 4px;
    color: inherit;
    font-family: inherit;
    font-size: 0.786em;
    font-weight: 500;
    line-height: 1.5;
    opacity: 0.8;
  }
  [dir='auto']:not(.bubble, textarea) {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .name {
    min-inline-size: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  h3.name {
    font-size: 1.143em;
    line-height: 1.3;
  }
  .about {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .thread {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto auto auto minmax(0, 1fr) auto;
    align-content: start;
    min-inline-size: 0;
  }
  .thread > .top {
    grid-row: 1;
  }
  .thread > .likely {
    grid-row: 2;
    margin: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }
  .likely > div {
    flex-basis: calc(100% - 32px);
  }
  .thread > .aside {
    grid-row: 3;
  }
  .thread > .scroller {
    grid-row: 4;
  }
  .thread > .answer {
    grid-row: 5;
  }
  .thread.none,
  .thread > .waiting {
    display: none;
    padding: calc(var(--_space) * 5);
  }
  .thread > .waiting {
    display: grid;
    gap: calc(var(--_space) * 3);
  }
  .thread .top {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
  }
  .thread .top .deeds {
    grid-column: 1 / -1;
    gap: 0;
    margin-inline: calc(var(--_space) * -2);
  }
  .thread .top .deeds .button {
    padding-inline: calc(var(--_space) * 2);
    color: var(--_muted);
  }
  .thread .top .deeds .button:hover {
    color: var(--_text);
  }
  .thread .status {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    color: var(--_muted);
  }
  .likely > .mark.mark {
    color: var(--_warning);
  }
  .scroller {
    display: flex;
    flex-direction: column-reverse;
    min-block-size: 14em;
    max-block-size: max(14em, 56dvh);
    overflow: auto;
    overscroll-behavior: contain;
    background: var(--_sunken);
  }
  .messages {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin: 0 0 auto;
    padding: calc(var(--_space) * 3);
    list-style: none;
  }
  .messages li {
    display: grid;
    gap: 2px;
  }
  .messages .ours {
    justify-items: end;
  }
  .messages .theirs {
    justify-items: start;
  }
  .messages .day {
    justify-items: center;
    margin-block: var(--_space);
  }
  .thread .meta {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
  }
  .thread .mark {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    vertical-align: top;
  }
  .thread .mark.delivered {
    color: var(--_success);
  }
  .thread .mark.failed {
    color: var(--_danger);
    font-weight: 500;
  }
  .thread .mark .tip {
    color: var(--_text);
  }
  .thread .picture {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
  }
  .scroller:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
    border-radius: var(--_radius);
  }
  .bubble {
    max-inline-size: min(46ch, 88%);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-radius: calc(var(--_radius) * 2.5);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .bubble.ours {
    border-end-end-radius: calc(var(--_radius) / 2);
    background: color-mix(in oklab, var(--_accent) 14%, var(--_surface));
  }
  .bubble.theirs {
    border: 1px solid var(--_border);
    border-end-start-radius: calc(var(--_radius) / 2);
    background: var(--_raised);
  }
  .bubble.waiting {
    opacity: 0.75;
  }
  .keys {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .keys div {
    display: grid;
    grid-template-columns: 9em 1fr;
    align-items: baseline;
    gap: calc(var(--_space) * 3);
  }
  @media (pointer: coarse) {
    .button kbd {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .bubble {
      border: 1px solid CanvasText;
    }
  }
  @container (min-width: 72em) {
    .thread {
      grid-template-columns: minmax(0, 1fr) 17em;
    }
    .thread > .top {
      grid-column: 1 / -1;
    }
  }
`;
