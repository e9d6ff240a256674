import { css, html, nothing, type TemplateResult } from 'lit';
import type { WordKey } from '@campaign-kit/shared/words/en';
import type { Operation } from '../contract.ts';
import { icons } from './icons.ts';
import type { Voice } from './voice.ts';

/** How many an undo left as they are, because something else has changed them since. */
export function keptOf({ kind, result: heard }: Pick<Operation, 'kind' | 'result'>): number {
  const kept = kind === 'undo' ? heard?.['kept'] : 0;
  return typeof kept === 'number' ? kept : 0;
}

/** What an operation did, in whole sentences: done, stopped on the way, or failed. `undone` is what an undo gave back. */
export function resultLine(voice: Voice, operation: Operation, undone?: Operation['kind']): string {
  const done = doneLine(voice, operation, undone);
  if (operation.state === 'cancelled') return voice.say('result.stopped', { done });
  if (operation.state === 'failed') return voice.say('result.failed', { done });
  return done;
}

function doneLine(voice: Voice, operation: Operation, undone?: Operation['kind']): string {
  const { kind, done: count } = operation;
  const contacts = kind === 'undo' && undone === 'deleteUnmessaged';
  const kept = keptOf(operation);
  const given = contacts ? voice.say('undo.contacts', { count }) : voice.say(`${kind}.done` as WordKey, { count });
  if (kept === 0) return given;
  const both = { given: count === 0 ? voice.say('undo.none') : given, stay: voice.say('undo.stay', { count: kept }) };
  return voice.say('undo.both', both);
}

/** Whether it can still be undone; the server has looked at its clock. */
export const undoable = (operation: Operation): boolean =>
  operation.undoUntil !== null && operation.undoneBy === null && (operation.done > 0 || operation.total === 0);

type Shown = {
  operation: Operation;
  /** Other words for what it did, where the operation's own do not fit. */
  line?: string | undefined;
  /** What an undo gave back. */
  undone?: Operation['kind'] | undefined;
  /** What was shown before; when other rows moved in between, the result says so. */
  previewed?: number | null | undefined;
  undo?: { label: string; run: () => void; waiting: boolean } | undefined;
  /** What to do next, such as turning auto-assign on. */
  next?: TemplateResult | typeof nothing;
};

/**
 * The end of an operation: what changed, how that differs from what was shown, *Undo*, and what comes next.
 *
 * @csspart result - What was done, in a sentence.
 * @csspart undo - The button that gives it back.
 */
export function result(voice: Voice, shown: Shown): TemplateResult {
  const { operation, line, undone, previewed, undo, next = nothing } = shown;
  const done = operation.state === 'done';
  const good = done && keptOf(operation) === 0;
  const moved = done && typeof previewed === 'number' && previewed !== operation.done;
  return html`<div class="result" part="result" role="status">
    <span class=${good ? 'mark good' : 'mark'}>${good ? icons.check : icons.warning}</span>
    <div class="said">
      <p class="strong number">${line ?? resultLine(voice, operation, undone)}</p>
      ${moved ? html`<p class="muted number">${voice.say('result.moved', { previewed, count: operation.done })}</p>` : nothing}
      ${next}
      ${
        undo
          ? html`<p>
              <button
                class="button"
                part="undo"
                type="button"
                aria-disabled=${undo.waiting ? 'true' : 'false'}
                @click=${undo.run}
              >
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
