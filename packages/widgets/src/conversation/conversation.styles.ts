import { css } from 'lit';

/** The list of replies and the open conversation: one after the other where it is narrow, else beside each other. */
export const conversationStyles = css`
  .replies {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }
  .side {
    min-inline-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .side .empty {
    border: 0;
  }
  .replies.reading .side,
  .replies:not(.reading) .conversation {
    display: none;
  }
  .list {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .list li {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 60px;
  }
  .list li + li {
    border-block-start: 1px solid var(--_border);
  }
  .reply {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: baseline;
    gap: 2px calc(var(--_space) * 3);
    inline-size: 100%;
    min-block-size: 60px;
    margin: 0;
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .reply:hover {
    background: var(--_hover);
  }
  .reply[aria-current] {
    background: color-mix(in oklab, var(--_accent) 9%, var(--_surface));
    box-shadow: inset 3px 0 var(--_accent);
  }
  .reply[aria-current]:dir(rtl) {
    box-shadow: inset -3px 0 var(--_accent);
  }
  .reply .name,
  .reply .words {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .reply .words {
    grid-column: 1;
  }
  .reply .since {
    max-inline-size: 12em;
    white-space: nowrap;
  }
  .flag {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    justify-self: end;
    white-space: nowrap;
  }
  .flag.warning {
    grid-column: 1 / -1;
    justify-self: start;
    color: var(--_warning);
  }
  .conversation {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto auto minmax(0, 1fr) auto;
    align-content: start;
    min-inline-size: 0;
  }
  .conversation > .top {
    grid-row: 1;
  }
  .conversation > .likely {
    grid-row: 2;
    margin: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }
  .likely > div {
    flex-basis: calc(100% - 32px);
  }
  .conversation > .scroller {
    grid-row: 3;
  }
  .conversation > .answer {
    grid-row: 4;
  }
  .conversation.none,
  .conversation > .waiting {
    display: none;
    padding: calc(var(--_space) * 5);
  }
  .conversation > .waiting {
    display: grid;
    gap: calc(var(--_space) * 3);
  }
  .top {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
  }
  .top .deeds {
    grid-column: 1 / -1;
    gap: 0;
    margin-inline: calc(var(--_space) * -2);
  }
  .top .deeds .button {
    padding-inline: calc(var(--_space) * 2);
    color: var(--_muted);
  }
  .top .deeds .button:hover {
    color: var(--_text);
  }
  .status {
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
  .meta {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
  }
  .mark {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    vertical-align: top;
  }
  .mark.delivered {
    color: var(--_success);
  }
  .mark.failed {
    color: var(--_danger);
    font-weight: 500;
  }
  .mark .tip {
    color: var(--_text);
  }
  .picture {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
  }
  @container (min-width: 51.4em) {
    .replies {
      grid-template-columns: minmax(15em, 2fr) minmax(0, 5fr);
      block-size: max(30em, min(46em, 82dvh));
    }
    .replies .side,
    .replies.reading .side,
    .replies:not(.reading) .conversation {
      display: block;
    }
    .replies .side {
      border-inline-end: 1px solid var(--_border);
    }
    .replies:not(.reading) .conversation.none {
      display: grid;
      place-content: center;
    }
    .conversation {
      min-block-size: 0;
      align-content: stretch;
    }
    .scroller {
      max-block-size: none;
      min-block-size: 0;
    }
    .top .back {
      display: none;
    }
    .top {
      grid-template-columns: minmax(0, 1fr) auto;
      padding-inline: calc(var(--_space) * 4);
    }
  }
  @container (min-width: 72em) {
    .conversation {
      grid-template-columns: minmax(0, 1fr) 17em;
    }
    .conversation > .top {
      grid-column: 1 / -1;
    }
  }
`;
