import { svg } from 'lit';
import type { WordKey } from '@campaign-kit/shared/words/en';
import type { SendingStatus } from '../contract.ts';
import { icon, icons } from '../parts/icons.ts';

export type Condition = 'off' | 'ended' | 'running' | 'waits' | 'paused' | 'stopped' | 'blocked';

/** What is said of a campaign's sending in one word: what a person can do something about first. */
export function conditionOf(status: SendingStatus): Condition {
  const { state, stopped, blocked, opensAt, sent, queued, remaining } = status;
  if (stopped) return 'stopped';
  if (state === 'off') return sent > 0 && queued + remaining === 0 ? 'ended' : 'off';
  if (state === 'paused') return 'paused';
  if (blocked) return 'blocked';
  return opensAt !== null && queued === 0 ? 'waits' : 'running';
}

const pauseMark = icon(svg`<path d="M5.5 3.5v9M10.5 3.5v9"/>`);

/** The mark and the word of each. */
export const conditions: Record<Condition, { readonly mark: typeof pauseMark; readonly word: WordKey }> = {
  off: { mark: icons.power, word: 'sending.off' },
  ended: { mark: icons.check, word: 'sending.ended' },
  running: { mark: icon(svg`<path d="m5 3 7.5 5L5 13z"/>`), word: 'sending.running' },
  waits: { mark: icon(svg`<circle cx="8" cy="8" r="6"/><path d="M8 4.5V8l2.5 1.5"/>`), word: 'sending.waits' },
  paused: { mark: pauseMark, word: 'sending.paused' },
  stopped: { mark: icons.error, word: 'sending.stopped' },
  blocked: { mark: icons.warning, word: 'sending.blocked' },
};
