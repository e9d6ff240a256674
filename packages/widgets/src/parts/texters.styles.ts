import { css } from 'lit';

/** The list of texters to choose from, and names in boxes. */
export const textersStyles = css`
  .picker {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .texters {
    max-block-size: 190px;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .texters.nothing {
    padding: calc(var(--_space) * 3);
  }
  .texter {
    align-items: center;
    min-block-size: 36px;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
  }
  .texter + .texter {
    border-block-start: 1px solid var(--_border);
  }
  .texter:hover:not(.off) {
    background: var(--_hover);
  }
  .texter > input {
    margin: 0;
  }
  .texter .who {
    display: grid;
    grid-template-columns: minmax(0, auto) 1fr auto;
    align-items: baseline;
    gap: calc(var(--_space) * 2);
  }
  .texter .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .texter .who > :not(.name) {
    white-space: nowrap;
  }
  .texter.off .name {
    color: var(--_muted);
  }
  .texter .gets {
    color: var(--_accent);
    font-weight: 600;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    max-inline-size: 100%;
    min-block-size: 24px;
    padding: 0 calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: 12px;
    background: var(--_sunken);
    color: var(--_text);
    font: inherit;
    font-size: 0.857em;
    text-align: start;
    cursor: pointer;
  }
  .chip svg {
    flex: none;
  }
  .chip:hover {
    border-color: var(--_border-strong);
  }
  .chip:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
`;
