import { html, nothing, type TemplateResult } from 'lit';
import type { Waiting } from '../contract.ts';
import { icons } from '../parts/icons.ts';
import { keyed } from '../parts/keyed.ts';
import { exact, relative } from '../parts/relative-time.ts';
import type { Voice } from '../parts/voice.ts';
import { fullName } from '../conversation/full-name.ts';

type Shown = {
  rows: readonly Waiting[];
  open: number | null;
  hasDraft: (conversationId: number) => boolean;
  onOpen: (conversationId: number) => void;
};

/**
 * The replies that wait: who, how the last one begins, for how long.
 *
 * @csspart list - The list of waiting replies.
 * @csspart row - One of them.
 */
export function replyRows(voice: Voice, { rows, open, hasDraft, onOpen }: Shown): TemplateResult {
  const now = Date.now();
  const since = ({ waitingSince }: Waiting) =>
    waitingSince === null
      ? nothing
      : html`<time
          class="since muted small number"
          datetime=${new Date(waitingSince).toISOString()}
          title=${exact(voice, waitingSince)}
          >${relative(voice, Math.min(waitingSince, now), now)}</time
        >`;
  return html`<ul class="list" part="list" aria-label=${voice.say('texting.list')}>
    ${keyed(
      rows,
      ({ conversationId }) => conversationId,
      row =>
        html`<li>
          <button
            class="reply"
            part="row"
            type="button"
            data-id=${row.conversationId}
            aria-current=${row.conversationId === open ? 'true' : nothing}
            @click=${() => onOpen(row.conversationId)}
          >
            <span class="name" dir="auto">${fullName(row.contact)}</span>
            ${since(row)}
            <span class="words muted" dir="auto">${row.text === '' ? voice.say('texting.onlyPicture') : row.text}</span>
            ${
              row.likelyOptOut
                ? html`<span class="flag warning small">${icons.warning} ${voice.say('texting.flag.likely')}</span>`
                : hasDraft(row.conversationId)
                  ? html`<span class="flag small muted">${voice.say('texting.flag.draft')}</span>`
                  : nothing
            }
          </button>
        </li>`,
    )}
  </ul>`;
}
