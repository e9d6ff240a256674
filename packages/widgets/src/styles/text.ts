import { css } from 'lit';

/** `.muted`, `.small`, `.number` (tabular), `.count` (the large living number) and `.hidden` (for screen readers alone). */
export const text = css`
  p,
  h2,
  h3,
  dl,
  dd,
  ul,
  ol {
    margin: 0;
  }
  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: 0.857em;
  }
  .strong {
    font-weight: 600;
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .count {
    font-size: 2.286em;
    font-weight: 600;
    line-height: 1.1;
    letter-spacing: -0.02em;
    font-variant-numeric: tabular-nums;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .stack {
    display: grid;
    gap: calc(var(--_space) * 4);
    min-inline-size: 0;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  .link {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }
`;
