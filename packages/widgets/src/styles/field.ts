import { css } from 'lit';

/** `.field` around a label, its control and a `.hint` or `.problem`; `.choice` around a box or a dot and its label. */
export const field = css`
  .field {
    display: grid;
    gap: var(--_space);
    min-inline-size: 0;
  }
  .field > label,
  .field > legend {
    padding: 0;
    font-weight: 500;
  }
  fieldset.field {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .input {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: var(--_control);
    margin: 0;
    padding: 0 calc(var(--_space) * 2);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    transition: border-color var(--_motion);
  }
  textarea.input {
    padding-block: calc(var(--_space) * 2);
    line-height: 1.5;
    resize: vertical;
  }
  .input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .input:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
    border-color: var(--_accent);
  }
  .input[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .input.number {
    inline-size: 6em;
    font-variant-numeric: tabular-nums;
  }
  .hint {
    color: var(--_muted);
    font-size: 0.857em;
  }
  .problem {
    color: var(--_danger);
    font-size: 0.857em;
  }
  .choice {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: start;
    gap: calc(var(--_space) * 2);
    cursor: pointer;
  }
  .choice > input {
    inline-size: 16px;
    block-size: 16px;
    margin: 2px 0 0;
    accent-color: var(--_accent);
  }
  .choice > input:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  @media (pointer: coarse) {
    .input {
      font-size: max(16px, 1em);
    }
  }
`;
