import { css } from 'lit';

/** The controls of the filters, what they open, and the chips. */
export const filterStyles = css`
  .filter-bar,
  .filters,
  .tools,
  .searches {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
  }
  .searches {
    flex: 1 1 380px;
    flex-wrap: nowrap;
    max-inline-size: 560px;
  }
  .search {
    position: relative;
    flex: 1 1 0;
    min-inline-size: 0;
  }
  .search > .svg {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--_space) * 2.5);
    margin-block: auto;
    color: var(--_muted);
    pointer-events: none;
  }
  .search > .input {
    padding-inline: calc(var(--_space) * 5 + 14px);
    text-overflow: ellipsis;
  }
  .show-filters {
    display: none;
  }
  .button.filter {
    padding-inline: calc(var(--_space) * 3) calc(var(--_space) * 2);
    border-color: var(--_border);
  }
  .button.filter:hover {
    border-color: var(--_border-strong);
  }
  .button.filter > .svg {
    color: var(--_muted);
  }
  .button.filter > span:not(.badge) {
    max-inline-size: 14em;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .button.filter.on,
  .button.filter[aria-expanded='true'] {
    border-color: var(--_accent);
  }
  .badge {
    min-inline-size: 18px;
    padding: 1px 5px;
    border-radius: 9px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.786em;
    line-height: 16px;
  }
  .filter-menu {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: calc(var(--_space) * 2);
    inline-size: max-content;
    min-inline-size: 240px;
    max-inline-size: min(380px, calc(100vw - 16px));
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  .filter-menu:popover-open {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
  }
  .options {
    display: grid;
    max-block-size: 320px;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .options > .choice {
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    min-block-size: max(34px, calc(var(--_control) - 4px));
    padding: var(--_space) calc(var(--_space) * 2);
    border-radius: var(--_radius);
  }
  .options > .choice:hover {
    background: var(--_hover);
  }
  .options > .choice > input {
    margin: 0;
  }
  .options .option {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
  }
  .options .option > .name {
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  .options .option > .small {
    margin-inline-start: auto;
    white-space: nowrap;
  }
  .none:empty,
  .hint:empty {
    display: none;
  }
  .none {
    padding: calc(var(--_space) * 2);
  }
  .more {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: calc(var(--_space) * 3);
    inline-size: 360px;
    max-inline-size: 100%;
    padding: var(--_space);
  }
  .more .wide {
    grid-column: 1 / -1;
  }
  .views {
    display: grid;
    padding: 0;
    list-style: none;
  }
  .views:empty {
    display: none;
  }
  .views > li {
    display: flex;
    align-items: center;
  }
  .views .view {
    flex: 1;
    justify-content: space-between;
    min-inline-size: 0;
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .save {
    display: flex;
    gap: calc(var(--_space) * 2);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
    padding: 0;
    list-style: none;
  }
  .chips > li {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    max-inline-size: min(26em, 100%);
    min-block-size: max(26px, calc(var(--_control) - 6px));
    margin: 0;
    padding: 2px calc(var(--_space) * 1.5) 2px calc(var(--_space) * 2.5);
    border: 1px solid var(--_border);
    border-radius: 999px;
    background: var(--_sunken);
    color: var(--_text);
    font: inherit;
    font-size: 0.929em;
    cursor: pointer;
  }
  .chip:hover {
    border-color: var(--_border-strong);
  }
  .chip:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .chip > span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .chip > .svg {
    inline-size: 14px;
    flex: none;
    color: var(--_muted);
  }
  @container review (max-width: 44em) {
    .review:has(.split.open) :is(.filter-bar, .chips, .order, .tools) {
      display: none;
    }
    .searches {
      flex: 1 1 100%;
      max-inline-size: none;
    }
    .show-filters {
      display: inline-flex;
    }
    .filters:not(.shown) {
      display: none;
    }
    .filters.shown {
      flex: 1 1 100%;
    }
  }
  @container review (max-width: 30em) {
    .searches {
      flex-wrap: wrap;
    }
    .search {
      flex-basis: 100%;
    }
    .tools .button > span,
    .order > label {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .line > .number {
      font-size: 1em;
    }
    .chips {
      flex-basis: 100%;
      order: 1;
    }
    .order {
      order: 2;
    }
    .tools {
      margin-inline-start: auto;
    }
    .order + .tools {
      order: 0;
    }
  }
`;
