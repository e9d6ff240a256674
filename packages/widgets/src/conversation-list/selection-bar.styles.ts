import { css } from 'lit';

/** The bar of what is chosen, which lies over the lower edge of the list. */
export const selectionBarStyles = css`
  .chosen {
    position: absolute;
    inset-block-end: calc(var(--_space) * 3);
    inset-inline: calc(var(--_space) * 3);
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    inline-size: fit-content;
    max-inline-size: calc(100% - var(--_space) * 6);
    margin-inline: auto;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2) calc(var(--_space) * 2) calc(var(--_space) * 4);
    border: 1px solid var(--_border-strong);
    border-radius: calc(var(--_radius) + 4px);
    background: var(--_raised);
    box-shadow: var(--_shadow);
    animation: rise var(--_motion) ease-out;
  }
  .frame.choosing .rows {
    margin-block-end: 76px;
  }
  .chosen .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
`;
