import { css } from 'lit';

/** What is in the top layer is seen and used also where the host hides the cell around it. */
export const menuButtonStyles = css`
  #menu-button {
    max-inline-size: 100%;
  }
  #menu-button > span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .menu {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: var(--_space);
    inline-size: max-content;
    min-inline-size: 220px;
    max-inline-size: min(360px, calc(100vw - 16px));
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    visibility: visible;
    pointer-events: auto;
    cursor: default;
    opacity: 0;
    transition:
      opacity var(--_motion),
      overlay var(--_motion) allow-discrete,
      display var(--_motion) allow-discrete;
  }
  .menu:popover-open {
    opacity: 1;
  }
  @starting-style {
    .menu:popover-open {
      opacity: 0;
    }
  }
  .menu,
  .items {
    outline: none;
  }
  .menu > .notice {
    margin-block-end: var(--_space);
    border: 0;
  }
  .item {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    column-gap: calc(var(--_space) * 2.5);
    align-items: center;
    inline-size: 100%;
    min-block-size: var(--_control);
    margin: 0;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
    scroll-margin-block: var(--_space);
  }
  .item .mark {
    display: grid;
    color: var(--_muted);
  }
  .item .end {
    color: var(--_muted);
  }
  .item .detail {
    grid-column: 2 / -1;
    color: var(--_muted);
    font-size: 0.857em;
    line-height: 1.35;
  }
  .item:focus {
    outline: none;
    background: var(--_hover);
  }
  .item:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .item.danger .label,
  .item.danger .mark {
    color: var(--_danger);
  }
  .item[aria-disabled='true'] {
    cursor: default;
  }
  .item[aria-disabled='true'] .label,
  .item[aria-disabled='true'] .mark {
    color: var(--_muted);
  }
  .line {
    block-size: 1px;
    margin: var(--_space) calc(var(--_space) * 2);
    background: var(--_border);
  }
  @media (pointer: coarse) {
    .item {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .item:focus {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .item[aria-disabled='true'] .label,
    .item[aria-disabled='true'] .detail {
      color: GrayText;
    }
  }
`;
