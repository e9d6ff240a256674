import { html, type TemplateResult } from 'lit';
import type { Operation } from '../contract.ts';
import { icons } from '../parts/icons.ts';
import { number } from '../parts/number.ts';
import type { Voice } from '../parts/voice.ts';

/** How an operation stands: a mark of its own shape and a word; a running one with its bar. */
export function operationState(voice: Voice, operation: Operation): TemplateResult {
  const { state, done, total, undoneBy, cancelAskedAt } = operation;
  if (state === 'running') {
    const line = voice.say('history.ofTotal', {
      done: number(voice.locale, done),
      total: number(voice.locale, total),
    });
    return html`<span class="running">
      <progress
        class="bar"
        max=${total || 1}
        .value=${done}
        aria-label=${voice.say('history.state.running')}
      ></progress>
      <span class="small muted number"> ${cancelAskedAt === null ? line : voice.say('history.state.stopping')} </span>
    </span>`;
  }
  if (undoneBy !== null) return status('undone', icons.undo, voice.say('history.state.undone'));
  if (state === 'failed') return status('failed', icons.warning, voice.say('history.state.failed'));
  if (state === 'cancelled') return status('cancelled', icons.close, voice.say('history.state.cancelled'));
  return status('done', icons.check, voice.say('history.state.done'));
}

const status = (kind: string, icon: TemplateResult, word: string) =>
  html`<span class="status ${kind}"><span class="mark">${icon}</span>${word}</span>`;
