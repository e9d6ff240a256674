import { html, nothing, type TemplateResult } from 'lit';
import type { SendingStatus } from '../contract.ts';
import { icons } from '../parts/icons.ts';
import { relativeTime } from '../parts/relative-time.ts';
import type { Voice } from '../parts/voice.ts';

/** Why the server stopped the whole campaign, in words, and what to do about it. */
export function stoppedNotice(voice: Voice, { stopped }: SendingStatus): TemplateResult | typeof nothing {
  if (!stopped) return nothing;
  const { outcome, reason, errorCode, failed, total, at } = stopped;
  const all = outcome === 'stop';
  return html`<div class="notice" part="notice" role="alert">
    <span class="mark">${icons.error}</span>
    <div>
      <p class="strong number">
        ${all ? voice.say('sending.failedAll') : voice.say('sending.failedMany', { failed, total })}
      </p>
      <p>${voice.say(`smsError.${reason}`)}</p>
      <p class="muted">${voice.say('sending.failedHelp')}</p>
      <p class="muted small">
        ${relativeTime(voice, at, Date.now())}${
          errorCode === null ? nothing : html` · ${voice.say('sending.errorCode', { code: String(errorCode) })}`
        }
      </p>
    </div>
  </div>`;
}
