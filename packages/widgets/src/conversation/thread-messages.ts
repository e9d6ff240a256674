import { html, nothing, type TemplateResult } from 'lit';
import type { Message } from '../contract.ts';
import { keyed } from '../parts/keyed.ts';
import { exact } from '../parts/relative-time.ts';
import { withTip } from '../parts/tip.ts';
import type { Voice } from '../parts/voice.ts';
import { deliveryMark, waitingMark } from './delivery-mark.ts';
import { conversationIcons } from './conversation-icons.ts';
import type { Send } from './send.ts';

type Shown = {
  name: string;
  messages: readonly Message[];
  /** Of these the server knows nothing yet. */
  pending: readonly Send[];
  held: boolean;
  earlier: { more: boolean; waiting: boolean; show: () => void };
};

/**
 * The messages of a conversation, oldest first, by days; it stays at its newest end as others come.
 *
 * @csspart thread - The messages of the open conversation.
 * @csspart bubble - The text of a message.
 * @csspart earlier - The button that shows more.
 */
export function threadMessages(voice: Voice, shown: Shown): TemplateResult {
  const { messages, pending, earlier } = shown;
  const days = new Intl.DateTimeFormat(voice.locale, {
    timeZone: voice.timeZone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
  });
  let day = '';
  const dayOf = (at: number) => {
    const today = days.format(at);
    const fresh = today !== day;
    day = today;
    return fresh ? html`<li class="day muted small"><span>${today}</span></li>` : nothing;
  };
  return html`<div class="scroller" part="thread" tabindex="0" role="log" aria-label=${voice.say('texting.messages')}>
    <ol class="messages">
      ${
        earlier.more
          ? html`<li class="day">
              <button
                class="button"
                part="earlier"
                type="button"
                aria-disabled=${earlier.waiting ? 'true' : 'false'}
                @click=${earlier.show}
              >
                ${voice.say(earlier.waiting ? 'history.loadingEarlier' : 'history.earlier')}
              </button>
            </li>`
          : nothing
      }
      ${keyed(
        messages,
        ({ id }) => id,
        message => html`${dayOf(message.createdAt)}${one(voice, message, shown.name)}`,
      )}
      ${keyed(
        pending,
        ({ key }) => key,
        send => html`${dayOf(send.at)}${onItsWay(voice, send, shown.held)}`,
      )}
    </ol>
  </div>`;
}

function one(voice: Voice, message: Message, name: string): TemplateResult {
  const { inbound, text, media, assistant, createdAt } = message;
  const who = inbound ? name : assistant ? voice.say('texting.assistant') : voice.say('texting.texter');
  return html`<li class=${inbound ? 'theirs' : 'ours'}>
    <span class=${assistant ? 'who muted small' : 'hidden'}>${who}</span>
    ${text === '' ? nothing : html`<p class="bubble ${inbound ? 'theirs' : 'ours'}" part="bubble" dir="auto">${text}</p>`}
    ${media.map((url, at) => picture(voice, url, at + 1))}
    <p class="meta muted small">${time(voice, createdAt)} ${inbound ? nothing : deliveryMark(voice, message)}</p>
  </li>`;
}

const onItsWay = (voice: Voice, { text, at }: Send, held: boolean): TemplateResult =>
  html`<li class="ours">
    <span class="hidden">${voice.say('texting.texter')}</span>
    <p class="bubble ours waiting" part="bubble" dir="auto">${text}</p>
    <p class="meta muted small">${time(voice, at)} ${waitingMark(voice, held)}</p>
  </li>`;

/** A link and no picture: whether the page of the host may load pictures from anywhere is the host's affair. */
const picture = (voice: Voice, url: string, count: number): TemplateResult =>
  /^https?:/.test(url)
    ? html`<a class="picture link" href=${url} target="_blank" rel="noopener noreferrer">
        ${conversationIcons.picture} ${voice.say('texting.picture', { count })}
      </a>`
    : html`<span class="picture muted">${conversationIcons.picture} ${voice.say('texting.picture', { count })}</span>`;

function time(voice: Voice, instant: number): TemplateResult {
  const { locale, timeZone } = voice;
  const hour = new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' }).format(instant);
  return withTip(html`<time datetime=${new Date(instant).toISOString()}>${hour}</time>`, exact(voice, instant));
}
