import { html, nothing, type TemplateResult } from 'lit';
import type { WordKey } from '@campaign-kit/shared/words/en';
import type { Values } from '@campaign-kit/shared/words/say';
import type { Operation } from '../contract.ts';
import { icons } from '../parts/icons.ts';
import { number } from '../parts/number.ts';
import { keptOf } from '../parts/result.ts';
import type { Voice } from '../parts/voice.ts';

/**
 * How an operation stands: a mark of its own shape and a word; a running one with its bar. What an undo could not give
 * back is said at the undo and at what it undid.
 */
export function operationState(voice: Voice, operation: Operation, known: readonly Operation[]): TemplateResult {
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
  const undo = undoneBy === null ? operation : known.find(({ id }) => id === undoneBy);
  const kept = undo ? keptOf(undo) : 0;
  if (undoneBy !== null) {
    const word = kept > 0 ? voice.say('history.state.undoneKept', { count: kept }) : voice.say('history.state.undone');
    return status('undone', icons.undo, word);
  }
  if (state === 'failed') {
    return html`${status('failed', icons.warning, voice.say('history.state.failed'))}${reason(voice, operation)}`;
  }
  if (state === 'cancelled') return status('cancelled', icons.close, voice.say('history.state.cancelled'));
  if (kept > 0) return status('kept', icons.info, voice.say('history.state.doneKept', { count: kept }));
  return status('done', icons.check, voice.say('history.state.done'));
}

/** Why it failed, where a refusal ended it: its words and values came with it, so that every reader is told in his language. */
function reason(voice: Voice, { result }: Operation): TemplateResult | typeof nothing {
  const { reason: key, values } = (result ?? {}) as { reason?: unknown; values?: Values };
  if (typeof key !== 'string' || !key.startsWith('refusal.')) return nothing;
  return html`<span class="reason small muted">${voice.say(key as WordKey, values)}</span>`;
}

const status = (kind: string, icon: TemplateResult, word: string) =>
  html`<span class="status ${kind}"><span class="mark">${icon}</span>${word}</span>`;
