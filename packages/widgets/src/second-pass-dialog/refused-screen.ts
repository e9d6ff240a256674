import { html, type TemplateResult } from 'lit';
import type { Refused } from '../contract.ts';
import { icons } from '../parts/icons.ts';
import type { Voice } from '../parts/voice.ts';

/** Instead of the steps: why the campaign cannot be marked now, in the server's own words. */
export function refusedScreen(voice: Voice, { reason, values }: Refused): TemplateResult {
  return html`<div class="refused">
    <span class="mark">${icons.lock}</span>
    <div>
      <p class="strong">${voice.say('secondPass.refused')}</p>
      <p class="muted">${voice.say(reason, values)}</p>
    </div>
  </div>`;
}
