import { css } from 'lit';

/** `.bone`: a grey line where text will be. It comes after 150 ms, so that what is quick never flickers. */
export const bone = css`
  .bone {
    display: inline-block;
    inline-size: 9em;
    block-size: 0.8em;
    max-inline-size: 100%;
    border-radius: 3px;
    background: var(--_border);
    opacity: 0;
    animation: bone 1.6s 150ms ease-in-out infinite;
  }
  .bone.wide {
    inline-size: 3em;
  }
  .bone.long {
    inline-size: 16em;
  }
  @keyframes bone {
    0%,
    100% {
      opacity: 0.9;
    }
    50% {
      opacity: 0.45;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .bone {
      animation: bone 0s 150ms both;
    }
  }
`;
