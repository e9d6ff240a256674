import { html, nothing, type TemplateResult } from 'lit';
import type { SendingStatus } from '../contract.ts';
import type { Voice } from '../parts/voice.ts';
import { heldLine } from './forecast-lines.ts';

/** What could be sent, or what was until all had gone out. */
export function offLines(voice: Voice, status: SendingStatus): TemplateResult {
  const { remaining, sent, queued } = status;
  const line =
    remaining > 0
      ? voice.say('sending.remaining', { count: remaining })
      : sent > 0
        ? voice.say('sending.sentAll', { count: sent })
        : voice.say('sending.none');
  return html`<div class="lines">
    <p class="strong number">${line}</p>
    ${queued > 0 ? html`<p class="muted number">${voice.say('sending.queued', { count: queued })}</p>` : nothing}
    ${remaining > 0 ? html`<p class="muted">${voice.say('sending.offHelp')}</p>` : nothing} ${heldLine(voice, status)}
  </div>`;
}

/**
 * Instead of all else, while there is nothing to send and nothing was sent.
 *
 * @csspart empty - What stands there while nobody waits for an initial message.
 */
export const nothingToSend = (voice: Voice, status: SendingStatus): TemplateResult =>
  html`<div class="empty" part="empty">
    <p class="strong">${voice.say('sending.none')}</p>
    <p class="muted">${voice.say('sending.noneHelp')}</p>
    ${heldLine(voice, status)}
  </div>`;

export const isNothingToSend = ({ state, stopped, sent, queued, remaining }: SendingStatus): boolean =>
  state === 'off' && !stopped && sent + queued + remaining === 0;
