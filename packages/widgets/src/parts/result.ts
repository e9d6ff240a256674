import { css, html, nothing, type TemplateResult } from 'lit';
import type { WordKey } from '@campaign-kit/shared/words/en';
import type { Operation } from '../contract.ts';
import { icons } from './icons.ts';
import type { Voice } from './voice.ts';

/** What an operation did, in one sentence: done, stopped on the way, or failed. */
export function resultLine(voice: Voice, operation: Operation): string {
  const done = voice.say(`${operation.kind}.done` as WordKey, { count: operation.done });
  if (operation.state === 'cancelled') return voice.say('result.stopped', { done });
  if (operation.state === 'failed') return voice.say('result.failed', { done });
  return done;
}

/** Whether it can still be undone; the server has looked at its clock. */
export const undoable = (operation: Operation): boolean =>
  operation.undoUntil !== null && operation.undoneBy === null && (operation.done > 0 || operation.total === 0);

type Shown = {
  operation: Operation;
  /** Other words for what it did, where the operation's own do not fit. */
  line?: string | undefined;
  /** What was shown before; when other rows moved in between, the result says so. */
  previewed?: number | null | undefined;
  undo?: { label: string; run: () => void; waiting: boolean } | undefined;
  /** What to do next, such as turning auto-assign on. */
  next?: TemplateResult | typeof nothing;
};

/** The end of an operation: what changed, how that differs from what was shown, *Undo*, and what comes next. */
export function result(voice: Voice, { operation, line, previewed, undo, next = nothing }: Shown): TemplateResult {
  const good = operation.state === 'done';
  const moved = good && typeof previewed === 'number' && previewed !== operation.done;
  return html`<div class="result" part="result" role="status">
    <span class=${good ? 'mark good' : 'mark'}>${good ? icons.check : icons.warning}</span>
    <div class="said">
      <p class="strong number">${line ?? resultLine(voice, operation)}</p>
      ${moved ? html`<p class="muted number">${voice.say('result.moved', { previewed, count: operation.done })}</p>` : nothing}
      ${next}
      ${
        undo
          ? html`<p>
              <button class="button" type="button" aria-disabled=${undo.waiting ? 'true' : 'false'} @click=${undo.run}>
                ${icons.undo}${undo.label}
              </button>
            </p>`
          : nothing
      }
    </div>
  </div>`;
}

export const resultStyles = css`
  .result {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: calc(var(--_space) * 3);
  }
  .result .mark {
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 50%;
    background: color-mix(in oklab, var(--_warning) 16%, var(--_raised));
    color: var(--_warning);
  }
  .result .mark.good {
    background: color-mix(in oklab, var(--_success) 16%, var(--_raised));
    color: var(--_success);
  }
  .result .said {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding-block-start: 2px;
    min-inline-size: 0;
  }
  .result .said .button:not(.link) {
    margin-block-start: var(--_space);
  }
`;
