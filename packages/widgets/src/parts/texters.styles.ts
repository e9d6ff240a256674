import { css } from 'lit';

/** The list of texters to choose from. */
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
`;
