import { html, nothing, type TemplateResult } from 'lit';
import type { Thread } from '../contract.ts';
import { icons } from '../parts/icons.ts';
import type { Voice } from '../parts/voice.ts';
import { fullName } from './full-name.ts';
import { keyHint } from './key-hint.ts';

type Shown = {
  thread: Thread;
  /** Whether questions and tags are shown where they are not always. */
  aside: boolean;
  /** What else can be done, and what else is known. */
  more?: { deeds: unknown; lines: unknown } | undefined;
  onBack: () => void;
  onAside: () => void;
  onClose: () => void;
  onReopen: () => void;
  onEscalate: () => void;
  onOptOut: () => void;
};

/**
 * Who the conversation is with, and what can be done with it.
 *
 * @csspart back - The arrow back to the list.
 * @csspart button - Any other button.
 */
export function threadHead(voice: Voice, shown: Shown): TemplateResult {
  const { contact, campaign, state } = shown.thread;
  const say = voice.say.bind(voice);
  const closed = state.status === 'closed';
  const deed = (label: string, key: string, act: () => void, icon: TemplateResult | typeof nothing = nothing) =>
    html`<button class="button quiet" part="button" type="button" @click=${act}>
      ${icon}${label} ${keyHint(key)}
    </button>`;
  return html`<header class="top">
    <button class="button icon back" part="back" type="button" aria-label=${say('texting.back')} @click=${shown.onBack}>
      <span class="flip">${icons.back}</span>
    </button>
    <div class="titles">
      <h3 class="name" dir="auto">${fullName(contact)}</h3>
      <p class="muted small about" dir="auto">${campaign.title}</p>
    </div>
    ${closed ? html`<span class="status small">${icons.check} ${say('texting.isClosed')}</span>` : nothing}
    <div class="deeds">
      ${closed ? deed(say('texting.reopen'), 'C', shown.onReopen) : deed(say('texting.close'), 'C', shown.onClose)}
      ${state.escalated ? nothing : deed(say('texting.escalate'), 'E', shown.onEscalate)}
      ${state.optedOut ? nothing : deed(say('texting.optOut'), 'O', shown.onOptOut)} ${shown.more?.deeds ?? nothing}
      <button
        class="button quiet asides"
        part="button"
        type="button"
        aria-expanded=${shown.aside ? 'true' : 'false'}
        aria-controls="aside"
        @click=${shown.onAside}
      >
        ${say('texting.details')}${icons.chevron}
      </button>
    </div>
    ${shown.more?.lines ?? nothing}
  </header>`;
}
