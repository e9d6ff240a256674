import { html, type TemplateResult } from 'lit';
import type { Offer } from '../contract.ts';
import { icons } from '../parts/icons.ts';
import { relative } from '../parts/relative-time.ts';
import type { Voice } from '../parts/voice.ts';
import { kinds } from './kinds.ts';

type Shown = { request: NonNullable<Offer['waiting']>; busy: boolean; onWithdraw: (requestId: number) => void };

/**
 * A request that an admin has not decided about yet: what was asked for, when, and the way to take it back.
 *
 * @csspart result - How a request ended, or that it waits.
 * @csspart button - A button that is not the main one.
 */
export function waits(voice: Voice, { request, busy, onWithdraw }: Shown): TemplateResult {
  const { id, kind, asked, createdAt } = request;
  const time = relative(voice, createdAt, Date.now());
  return html`<div class="result" part="result" tabindex="-1" role="status">
    <span class="mark">${icons.info}</span>
    <div class="said">
      <p class="strong">${voice.say('request.waits')}</p>
      <p class="muted number">${voice.say(kinds[kind].waits, { count: asked, time })}</p>
      <p class="muted">${voice.say('request.waitsHelp')}</p>
      <p class="row">
        <button
          class="button"
          part="button"
          type="button"
          aria-disabled=${busy ? 'true' : 'false'}
          @click=${() => onWithdraw(id)}
        >
          ${voice.say('request.withdraw')}
        </button>
      </p>
    </div>
  </div>`;
}
