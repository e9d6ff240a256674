import { css } from 'lit';

/** The dialog, and the sheet that it is where it is narrow. Seen and used also where the host hides its cell. */
export const dialogStyles = css`
  .dialog {
    inline-size: min(480px, calc(100vw - 32px));
    max-inline-size: none;
    --_tallest: min(720px, calc(100dvh - 64px));
    max-block-size: var(--_tallest);
    margin: auto;
    padding: 0;
    overflow: clip;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow-wrap: anywhere;
    visibility: visible;
    pointer-events: auto;
    opacity: 0;
    translate: 0 4px;
    transition:
      opacity var(--_motion),
      translate var(--_motion),
      overlay var(--_motion) allow-discrete,
      display var(--_motion) allow-discrete;
  }
  .dialog[open] {
    opacity: 1;
    translate: none;
  }
  .dialog::backdrop {
    background: rgb(10 14 20 / 0.45);
  }
  @starting-style {
    .dialog[open] {
      opacity: 0;
      translate: 0 4px;
    }
  }
  .sheet {
    display: flex;
    flex-direction: column;
    max-block-size: calc(var(--_tallest) - 2px);
  }
  .head {
    display: flex;
    align-items: start;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 5) calc(var(--_space) * 6) calc(var(--_space) * 3);
  }
  .head .button.icon {
    margin-block: calc((1.3em * 1.143 - var(--_control)) / 2 + 1px);
  }
  .head .button.icon:last-child {
    margin-inline-end: calc(var(--_space) * -2);
  }
  .head .button.icon:first-child {
    margin-inline-start: calc(var(--_space) * -2);
  }
  .titles {
    flex: 1;
    min-inline-size: 0;
  }
  .title {
    font-size: 1.143em;
    font-weight: 600;
    line-height: 1.3;
    outline: none;
  }
  .about {
    overflow: hidden;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .flip:dir(rtl) {
    scale: -1 1;
  }
  .flip {
    display: grid;
  }
  .steps {
    display: flex;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: 0 calc(var(--_space) * 6) calc(var(--_space) * 3);
    list-style: none;
    font-size: 0.857em;
  }
  .steps li {
    flex: 1;
    min-inline-size: 0;
    padding-block-start: calc(var(--_space) * 1.5);
    border-block-start: 2px solid var(--_border);
    color: var(--_muted);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .steps .now {
    border-color: var(--_accent);
    color: var(--_text);
    font-weight: 500;
  }
  .steps .past {
    border-color: var(--_accent);
  }
  .body {
    position: relative;
    flex: 1 1 auto;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
    padding: var(--_space) calc(var(--_space) * 6) calc(var(--_space) * 5);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 6);
    border-block-start: 1px solid var(--_border);
  }
  .foot .wide {
    flex: 1 1 100%;
  }
  /* Magnified or on its side: what is between head and foot shrinks and scrolls, however much room it asked for. */
  @media (max-height: 640px) {
    .dialog .body {
      min-block-size: 0;
    }
  }
  @media (max-width: 520px) {
    .dialog {
      --_tallest: calc(100dvh - 32px);
      inline-size: 100vw;
      margin: auto 0 0;
      border-inline: 0;
      border-block-end: 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
      translate: 0 24px;
    }
    @starting-style {
      .dialog[open] {
        translate: 0 24px;
      }
    }
    .head,
    .body,
    .foot,
    .steps {
      padding-inline: calc(var(--_space) * 4);
    }
    .foot {
      flex-direction: column-reverse;
      align-items: stretch;
      padding-block-end: max(calc(var(--_space) * 3), env(safe-area-inset-bottom));
    }
    .foot .button {
      min-block-size: 44px;
    }
  }
`;
