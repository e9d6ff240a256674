import { html, nothing, type TemplateResult } from 'lit';
import type { Offer } from '../contract.ts';
import { icons } from '../parts/icons.ts';
import type { Voice } from '../parts/voice.ts';
import { whyNothing } from '../parts/why-nothing.ts';
import type { Outcome } from './asking.ts';
import { kinds } from './kinds.ts';

type Shown = { outcome: Outcome; offer: Offer; open: TemplateResult | typeof nothing; onAgain: () => void };

/**
 * How a request has ended: what was given, whether that is all, and where to go on.
 *
 * @csspart result - How a request ended, or that it waits.
 * @csspart button - A button that is not the main one.
 */
export function ended(voice: Voice, { outcome, offer, open, onAgain }: Shown): TemplateResult {
  const { given } = outcome;
  const more = whyNotAll(voice, outcome, offer);
  return html`<div class="result" part="result" tabindex="-1" role="status">
    <span class=${given > 0 ? 'mark good' : 'mark'}>${given > 0 ? icons.check : icons.info}</span>
    <div class="said">
      <p class="strong number">${sentenceOf(voice, outcome)}</p>
      ${more ? html`<p class="muted number">${more}</p>` : nothing}
      <p class="row">
        ${open}
        <button class="button" part="button" type="button" @click=${onAgain}>
          ${voice.say(given > 0 ? 'request.again' : 'common.back')}
        </button>
      </p>
    </div>
  </div>`;
}

function sentenceOf(voice: Voice, { kind, asked, given, by }: Outcome): string {
  if (by === 'rejection') return voice.say(kinds[kind].rejected, { count: asked });
  if (given === 0) return voice.say('request.nothing');
  return voice.say(kinds[kind][by === 'admin' ? 'given' : 'got'], { count: given });
}

function whyNotAll(voice: Voice, { kind, asked, given, why, by }: Outcome, offer: Offer): string | null {
  if (by === 'rejection' || given === asked) return null;
  if (by === 'admin') return voice.say('request.askedFor', { asked });
  return why ? whyNothing(voice, why, kind, offer[kind].opensAt) : voice.say('request.noMore');
}
