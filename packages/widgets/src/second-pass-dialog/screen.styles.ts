import { css } from 'lit';

/** What the screens of the guided dialog are made of. */
export const screenStyles = css`
  .hint {
    display: block;
  }
  .sum.stale .count {
    color: var(--_muted);
  }
  .mark.warning {
    color: var(--_warning);
  }
  .note {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: calc(var(--_space) * 2);
    font-size: 0.929em;
  }
  .note .mark {
    display: grid;
    padding-block-start: 2px;
  }
  .notes {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .notes:empty {
    display: none;
  }
  .all-sent,
  .refused {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: calc(var(--_space) * 3);
  }
  .all-sent .mark,
  .refused .mark {
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 50%;
    background: var(--_sunken);
    color: var(--_muted);
  }
  .all-sent .mark.good {
    background: color-mix(in oklab, var(--_success) 16%, var(--_raised));
    color: var(--_success);
  }
  .skipped {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  .skipped .mark {
    display: grid;
    color: var(--_success);
  }
  .ways,
  .choices {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .ways > legend {
    margin-block-end: calc(var(--_space) * 2);
  }
  .card {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    transition: border-color var(--_motion);
  }
  .card > .choice {
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
  }
  .card:hover:not(.off) {
    border-color: var(--_border-strong);
  }
  .card.chosen {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .card.off > .choice {
    cursor: default;
  }
  .card.off .strong {
    color: var(--_muted);
    font-weight: 500;
  }
  .under {
    padding: var(--_space) calc(var(--_space) * 3) calc(var(--_space) * 3);
    padding-inline-start: calc(16px + var(--_space) * 5);
  }
  .choices {
    gap: calc(var(--_space) * 4);
  }
  .counted {
    padding-block-start: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_border);
  }
  .choice > input[role='switch'] {
    appearance: none;
    position: relative;
    inline-size: 30px;
    block-size: 18px;
    margin: 1px 0 0;
    border: 1px solid var(--_border-strong);
    border-radius: 9px;
    background: var(--_sunken);
    cursor: pointer;
    transition:
      background-color var(--_motion),
      border-color var(--_motion);
  }
  .choice > input[role='switch']::after {
    content: '';
    position: absolute;
    inset-block-start: 2px;
    inset-inline-start: 2px;
    inline-size: 12px;
    block-size: 12px;
    border-radius: 50%;
    background: var(--_border-strong);
    transition:
      inset-inline-start var(--_motion),
      background-color var(--_motion);
  }
  .choice > input[role='switch']:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .choice > input[role='switch']:checked::after {
    inset-inline-start: 14px;
    background: var(--_on-accent);
  }
  fieldset.duration {
    padding-inline-start: calc(30px + var(--_space) * 2);
  }
  .duration .row {
    gap: calc(var(--_space) * 4);
  }
  .duration .input.number {
    inline-size: 4.5em;
  }
  .unit {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  .fields,
  .sample {
    margin: 0;
    padding: calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .sample figcaption {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 4);
    margin-block-end: calc(var(--_space) * 2);
  }
  .bubble {
    inline-size: fit-content;
    max-inline-size: 90%;
    margin-inline-start: auto;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-radius: 14px 14px 4px 14px;
    background: var(--_accent);
    color: var(--_on-accent);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .bubble:dir(rtl) {
    border-radius: 14px 14px 14px 4px;
  }
  .review {
    display: grid;
  }
  .review > div {
    display: grid;
    grid-template-columns: 9em 1fr auto;
    gap: 0 calc(var(--_space) * 3);
    padding-block: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
  }
  .review dt {
    color: var(--_muted);
  }
  .review dd {
    min-inline-size: 0;
  }
  .review .quote {
    display: block;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    white-space: pre-wrap;
  }
  .next {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding-block-start: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_border);
  }
  .next h3 {
    font-size: 1em;
    font-weight: 600;
  }
  .next ol {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: 0;
    list-style: none;
  }
  .next li {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .next .mark {
    display: grid;
    place-items: center;
    inline-size: 20px;
    block-size: 20px;
    border: 1.5px solid var(--_border-strong);
    border-radius: 50%;
  }
  .next .mark.good {
    border-color: transparent;
    background: color-mix(in oklab, var(--_success) 16%, var(--_raised));
    color: var(--_success);
  }
  .next .what {
    min-inline-size: 0;
  }
  @media (max-width: 572px) {
    .review > div {
      grid-template-columns: 1fr auto;
    }
    .review dt {
      grid-column: 1;
    }
    .review .edit {
      grid-area: 1 / 2;
    }
    .next li {
      grid-template-columns: auto 1fr;
    }
    .next li > .button {
      grid-column: 1 / -1;
    }
  }
`;
