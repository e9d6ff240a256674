import { css } from 'lit';

/** The same rows where there is less room: first without what matters less, then as cards of three lines. */
export const conversationCardsStyles = css`
  @container conversations (max-width: 76em) {
    :is(.columns, .conversation) {
      grid-template-columns:
        44px minmax(0, 2fr) minmax(0, 3fr) minmax(0, 1.6fr) minmax(0, 1.3fr) 11.5em
        8em;
    }
    :is(.columns, .conversation) > .tags {
      display: none !important;
    }
    .conversation .phone {
      display: none;
    }
  }
  @container conversations (max-width: 56em) {
    .rows-scroller {
      --_row: 88px;
    }
    .columns {
      grid-template-columns: 44px minmax(0, 1fr) !important;
    }
    .columns > :not(.tick, .who) {
      display: none !important;
    }
    .conversation {
      grid-template:
        'tick who who last' 1.45fr 'tick said said said' 1.2fr 'tick status campaign texter' 1.3fr / 44px auto minmax(
          0,
          1fr
        )
        auto !important;
      align-content: center;
      padding-block: calc(var(--_space) * 1.5);
    }
    .conversation > .tick {
      grid-area: tick;
      align-self: start;
      block-size: 32px;
    }
    .conversation > .who {
      grid-area: who;
    }
    .conversation > :is(.last, .since) {
      grid-area: last;
    }
    .conversation > :is(.said, .reason) {
      grid-area: said;
    }
    .conversation > .status {
      grid-area: status;
    }
    .conversation > .campaign {
      grid-area: campaign;
    }
    .conversation > .texter {
      grid-area: texter;
      max-inline-size: 11em;
    }
    .conversation:has(> .reason) > .said {
      display: none;
    }
    .conversation > :not(.tick) {
      padding-inline: 0 calc(var(--_space) * 3);
      block-size: auto;
    }
    .conversation > :is(.status, .campaign, .texter) {
      color: var(--_muted);
      font-size: 0.857em;
    }
  }
  @container conversations (max-width: 27em) {
    .chosen {
      inline-size: auto;
    }
    .conversation > .texter {
      max-inline-size: 7.5em;
    }
  }
  @media (forced-colors: active) {
    .conversation[aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .news {
      background: Highlight;
    }
  }
`;
