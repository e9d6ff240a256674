import { css } from 'lit';

/** What stands where no conversation matches. */
export const emptyListStyles = css`
  .empty {
    display: grid;
    flex: 1;
    align-content: center;
    justify-items: center;
    gap: var(--_space);
    padding: calc(var(--_space) * 6);
    border: 1px dashed var(--_border-strong);
    border-radius: calc(var(--_radius) + 2px);
    text-align: center;
  }
  .empty .muted {
    max-inline-size: 48ch;
  }
`;
