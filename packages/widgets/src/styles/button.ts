import { css } from 'lit';

/** `.button`, with `.main` or `.danger` for the one that does it, `.quiet` beside it, `.icon` square, `.link` in a sentence. */
export const button = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: var(--_control);
    margin: 0;
    padding: var(--_space) calc(var(--_space) * 3);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    font: inherit;
    font-weight: 500;
    line-height: 1.2;
    text-align: center;
    cursor: pointer;
    transition:
      background-color var(--_motion),
      border-color var(--_motion);
  }
  .button:hover {
    background: var(--_hover);
  }
  .button:active {
    background: var(--_border);
  }
  .button:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .button.main {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.danger {
    border-color: transparent;
    background: var(--_danger);
    color: var(--_on-danger);
  }
  .button.main:hover {
    background: color-mix(in oklab, var(--_accent), var(--_text) 14%);
  }
  .button.danger:hover {
    background: color-mix(in oklab, var(--_danger), var(--_text) 14%);
  }
  .button.quiet,
  .button.icon {
    border-color: transparent;
    background: transparent;
  }
  .button.quiet:hover,
  .button.icon:hover {
    background: var(--_hover);
  }
  .button.icon {
    inline-size: var(--_control);
    padding: 0;
    flex: none;
    color: var(--_muted);
  }
  .button.icon:hover,
  .button.icon[aria-expanded='true'] {
    color: var(--_text);
    background: var(--_hover);
  }
  .button.link {
    display: inline;
    min-block-size: 0;
    padding: 0;
    border: 0;
    border-radius: 2px;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .button.button[disabled],
  .button.button[aria-disabled='true'] {
    cursor: default;
    border-color: var(--_border);
    background: var(--_sunken);
    color: var(--_muted);
  }
  .button.quiet.quiet[aria-disabled='true'],
  .button.icon.icon[aria-disabled='true'] {
    border-color: transparent;
    background: transparent;
  }
  .button svg {
    flex: none;
  }
  @media (forced-colors: active) {
    .button {
      border-color: ButtonText !important;
    }
    .button.main {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .button[aria-disabled='true'],
    .button[disabled] {
      color: GrayText;
      border-color: GrayText !important;
    }
  }
`;
