import { css } from 'lit';

/** Where a reply is written, what it may be made of, and what is noted beside the messages. */
export const answerStyles = css`
  .answer {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_border);
  }
  .box {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .box .problem:empty {
    display: none;
  }
  .box textarea {
    field-sizing: content;
    min-block-size: calc(3em + var(--_space) * 4 + 2px);
    max-block-size: 14em;
    resize: none;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: var(--_space) calc(var(--_space) * 2);
  }
  .toolbar {
    display: inline-flex;
    flex-wrap: wrap;
    margin-inline-end: auto;
  }
  .size {
    text-align: end;
  }
  .pick {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: calc(var(--_space) * 2);
    inline-size: min(340px, calc(100vw - 16px));
    /* One size, however many are found: what grows as one types is hard to follow. */
    block-size: 300px;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    visibility: visible;
    pointer-events: auto;
  }
  .pick:popover-open {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    gap: calc(var(--_space) * 1.5);
  }
  .pick .none:empty {
    display: none;
  }
  .options {
    min-block-size: 0;
    align-content: start;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .option {
    display: grid;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .option.active,
  .option:hover {
    background: var(--_hover);
  }
  .option.active {
    outline: 1px solid var(--_accent);
    outline-offset: -1px;
  }
  .option .detail {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .options.board {
    display: grid;
    grid-template-columns: repeat(8, 1fr);
    align-content: start;
  }
  .board .option {
    place-items: center;
    padding: var(--_space) 0;
    font-size: 1.286em;
    line-height: 1.4;
  }
  .aside {
    display: none;
    align-content: start;
    gap: calc(var(--_space) * 4);
    max-block-size: min(20em, 45dvh);
    padding: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
    overflow: auto;
    overscroll-behavior: contain;
  }
  .aside.open {
    display: grid;
  }
  .asides[aria-expanded='true'] svg {
    rotate: 180deg;
  }
  .question {
    display: grid;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .question legend {
    padding: 0 0 calc(var(--_space) * 1.5);
    font-weight: 500;
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
  }
  .possible {
    position: relative;
    cursor: pointer;
  }
  .answers input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .answers label span {
    display: inline-block;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 2.5);
    border: 1px solid var(--_border-strong);
    border-radius: 999px;
    overflow-wrap: anywhere;
  }
  .answers input:checked + span {
    border-color: var(--_accent);
    background: color-mix(in oklab, var(--_accent) 14%, var(--_surface));
    font-weight: 500;
  }
  .answers input:focus-visible + span {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .proposal {
    display: grid;
    justify-items: start;
    gap: var(--_space);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-inline-start: 2px solid var(--_border-strong);
    background: var(--_sunken);
    overflow-wrap: anywhere;
  }
  .proposal .button {
    margin-inline-start: calc(var(--_space) * -3);
    color: var(--_accent);
  }
  .aside .chips {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
    padding: 0;
    list-style: none;
  }
  .aside .tag {
    display: inline-flex;
    align-items: center;
    min-inline-size: 0;
    max-inline-size: 100%;
    padding-inline-start: calc(var(--_space) * 2.5);
    border-radius: 999px;
    background: var(--_hover);
    overflow-wrap: anywhere;
  }
  .aside .tag .button.icon {
    min-block-size: 28px;
    inline-size: 28px;
  }
  .tags .hint:empty {
    display: none;
  }
  .facts {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .custom {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    padding-block-start: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_border);
    overflow-wrap: anywhere;
  }
  @media (forced-colors: active) {
    .answers input:checked + span,
    .option.active {
      outline: 2px solid Highlight;
    }
  }
  @container (min-width: 51.4em) {
    .answer {
      padding-inline: calc(var(--_space) * 4);
    }
    .aside {
      max-block-size: 16em;
      padding-inline: calc(var(--_space) * 4);
    }
  }
  @container (min-width: 72em) {
    .thread > .aside {
      display: grid;
      grid-area: 2 / 2 / -1;
      max-block-size: none;
      border-block-end: 0;
      border-inline-start: 1px solid var(--_border);
    }
    .asides {
      display: none;
    }
  }
`;
