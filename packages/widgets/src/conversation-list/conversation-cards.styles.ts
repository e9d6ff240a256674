import { css } from 'lit';

/** The same rows where there is less room: first without what matters less, then as cards of three lines. */
export const conversationCardsStyles = css`
  @container conversations (max-width: 92em) {
    .entry .phone {
      display: none;
    }
  }
  @container conversations (max-width: 72em) {
    :is(.columns, .entry) {
      grid-template-columns: 44px minmax(0, 1.8fr) minmax(0, 3fr) minmax(0, 1.5fr) minmax(0, 1.2fr) 194px 112px;
    }
    :is(.columns, .entry) > .tags {
      display: none !important;
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
    .columns > .who {
      padding-inline: 0;
    }
    .entry {
      grid-template:
        'tick who who last' 1.45fr 'tick said said said' 1.2fr 'tick status campaign texter' 1.3fr / calc(
          44px - var(--_space) * 1.5
        )
        auto minmax(0, 1fr) auto !important;
      align-content: center;
      padding-block: calc(var(--_space) * 1.5);
      padding-inline-end: calc(var(--_space) * 1.5);
    }
    .entry > .tick {
      grid-area: tick;
      align-self: start;
      inline-size: 44px;
      block-size: 32px;
    }
    .entry > .who {
      grid-area: who;
    }
    .entry > :is(.last, .since) {
      grid-area: last;
      justify-self: end;
    }
    .entry > :is(.said, .reason) {
      grid-area: said;
    }
    .entry > .status {
      grid-area: status;
    }
    .entry > .campaign {
      grid-area: campaign;
    }
    .entry > .texter {
      grid-area: texter;
      justify-self: end;
      max-inline-size: 14em;
    }
    .who-reason-said-campaign-status-since .said {
      display: none;
    }
    .entry > :not(.tick) {
      /* The same on both sides: what people wrote may run the other way. */
      padding-inline: calc(var(--_space) * 1.5);
      block-size: auto;
      line-height: inherit;
    }
    .entry > :is(.status, .campaign, .texter) {
      color: var(--_muted);
      font-size: 0.857em;
    }
  }
  @container conversations (max-width: 27em) {
    .chosen {
      inline-size: auto;
    }
    .entry {
      grid-template-areas: 'tick who who last' 'tick said said said' 'tick status texter texter' !important;
    }
    .entry > .campaign {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .entry[aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .news {
      background: Highlight;
    }
  }
`;
