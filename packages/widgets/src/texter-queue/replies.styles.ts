import { css } from 'lit';

/** The list of replies and the open conversation: one after the other where it is narrow, else beside each other. */
export const repliesStyles = css`
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
  .replies:not(.reading) .thread {
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
  button.reply:hover {
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
  @container (min-width: 51.4em) {
    .replies {
      grid-template-columns: minmax(15em, 2fr) minmax(0, 5fr);
      block-size: max(30em, min(46em, 82dvh));
    }
    .replies .side,
    .replies.reading .side,
    .replies:not(.reading) .thread {
      display: block;
    }
    .replies .side {
      border-inline-end: 1px solid var(--_border);
    }
    .replies:not(.reading) .thread.none {
      display: grid;
      place-content: center;
    }
    .thread {
      min-block-size: 0;
      align-content: stretch;
    }
    .scroller {
      max-block-size: none;
      min-block-size: 0;
    }
    .thread .top .back {
      display: none;
    }
    .thread .top {
      grid-template-columns: minmax(0, 1fr) auto;
      padding-inline: calc(var(--_space) * 4);
    }
  }
`;
