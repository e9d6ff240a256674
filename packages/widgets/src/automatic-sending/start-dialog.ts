import { html, nothing, type TemplateResult } from 'lit';
import type { SendingStatus } from '../contract.ts';
import { closeButton } from '../parts/close-button.ts';
import type { Dialog } from '../parts/dialog.ts';
import { sum } from '../parts/sum.ts';
import type { Voice } from '../parts/voice.ts';
import { heldLine, hoursLine, opensLine } from './forecast-lines.ts';

type Shown = {
  status: SendingStatus | undefined;
  limit: TemplateResult | typeof nothing;
  problem: TemplateResult | typeof nothing;
  /** The limit is no number, or it is being started. */
  off: boolean;
  busy: boolean;
  onStart: () => void;
};

/** What is about to go out: how many, from when, how fast and until when. One button says the deed and the number. */
export function startDialog(voice: Voice, dialog: Dialog, shown: Shown): TemplateResult {
  const { status, limit, problem, off, busy, onStart } = shown;
  const count = status?.remaining ?? 0;
  return dialog.render({
    title: voice.say('sending.startTitle'),
    about: status?.title,
    closeLabel: voice.say('common.close'),
    body: status
      ? html`<div class="stack">
          <p class="sum" role="status">${sum(voice, voice.say('sending.startCount', { count }), count)}</p>
          <div class="lines">
            ${opensLine(voice, status, html`<p>${voice.say('sending.now')}</p>`)} ${hoursLine(voice, status)}
            ${heldLine(voice, status)}
            <p class="muted">${voice.say('sending.byName')}</p>
          </div>
          ${limit} ${problem}
        </div>`
      : nothing,
    footer: html`${closeButton(voice.say('common.cancel'), () => dialog.close())}
      <button
        class="button main number"
        part="main"
        type="button"
        aria-disabled=${off || count === 0 ? 'true' : 'false'}
        @click=${onStart}
      >
        ${busy ? voice.say('progress.starting') : voice.say('sending.deed', { count })}
      </button>`,
  });
}
