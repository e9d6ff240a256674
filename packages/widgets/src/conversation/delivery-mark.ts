import { html, type TemplateResult } from 'lit';
import type { Message } from '../contract.ts';
import { icons } from '../parts/icons.ts';
import { withTip } from '../parts/tip.ts';
import type { Voice } from '../parts/voice.ts';
import { conversationIcons } from './conversation-icons.ts';

/**
 * What became of one of our messages: a shape of its own for each, a word where it went wrong, and the reason on hover
 * and focus.
 *
 * @csspart mark - What became of a message.
 */
export function deliveryMark(voice: Voice, { sendStatus, reason, errorCode }: Message): TemplateResult {
  const say = voice.say.bind(voice);
  switch (sendStatus) {
    case 'sent':
      return mark('sent', icons.check, say('texting.mark.sent'));
    case 'delivered':
      return mark('delivered', conversationIcons.delivered, say('texting.mark.delivered'));
    case 'undelivered':
    case 'failed': {
      const why = say(`smsError.${reason ?? 'unknown'}`);
      const code = errorCode ? say('texting.errorCode', { code: String(errorCode) }) : '';
      return html`<span part="mark">
        ${withTip(
          html`${icons.error}<span>${say('texting.mark.undelivered')}</span>`,
          [why, code].filter(Boolean).join(' '),
          'mark failed',
        )}
      </span>`;
    }
    case 'cancelled':
      return mark('failed', icons.close, say('texting.mark.cancelled'), true);
    default:
      return mark('pending', conversationIcons.pending, say('texting.mark.pending'));
  }
}

/** One that the server has not taken yet. */
export const waitingMark = (voice: Voice, held: boolean): TemplateResult =>
  held
    ? mark('pending', icons.offline, voice.say('texting.mark.waiting'), true)
    : mark('pending', conversationIcons.pending, voice.say('texting.mark.sending'));

const mark = (kind: string, shape: TemplateResult, name: string, said = false): TemplateResult =>
  html`<span part="mark">
    ${
      said
        ? html`<span class="when mark ${kind}">${shape}<span>${name}</span></span>`
        : withTip(html`${shape}<span class="hidden">${name}</span>`, name, `mark ${kind}`)
    }
  </span>`;
