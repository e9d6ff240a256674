import { html, nothing, type TemplateResult } from 'lit';
import type { Thread } from '../contract.ts';
import type { Voice } from '../parts/voice.ts';
import { survey } from './survey.ts';
import { tagList } from './tags.ts';

type Change = { type: 'needsAttention'; on: boolean } | { type: 'assistant'; on: boolean };
type Shown = {
  thread: Thread;
  open: boolean;
  typedTag: string;
  onChange: (change: Change) => void;
  onTag: Parameters<typeof tagList>[1]['onType'];
  onAddTag: () => void;
  onUntag: (tagId: number) => void;
  onAnswer: Parameters<typeof survey>[1]['onAnswer'];
  onReply: (reply: string) => void;
};

/**
 * What is known of the person and of the conversation beside its messages.
 *
 * @csspart aside - Questions, tags and facts beside the messages.
 * @csspart choice - Something to turn on or off.
 */
export function threadAside(voice: Voice, shown: Shown): TemplateResult {
  const { questions, tags, state, contact } = shown.thread;
  const say = voice.say.bind(voice);
  const toggle = (label: string, on: boolean, type: Change['type']) =>
    html`<label class="choice" part="choice">
      <input
        type="checkbox"
        .checked=${on}
        @change=${(event: Event) => shown.onChange({ type, on: (event.target as HTMLInputElement).checked })}
      />
      <span>${label}</span>
    </label>`;
  const custom = Object.entries(contact.custom).filter(([, value]) => value !== '');
  return html`<aside
    class="aside ${shown.open ? 'open' : ''}"
    part="aside"
    id="aside"
    aria-label=${say('texting.details')}
  >
    ${questions.length > 0 ? survey(voice, { questions, onAnswer: shown.onAnswer, onReply: shown.onReply }) : nothing}
    ${tagList(voice, {
      tags,
      typed: shown.typedTag,
      onType: shown.onTag,
      onAdd: shown.onAddTag,
      onRemove: shown.onUntag,
    })}
    <div class="facts">
      ${toggle(say('texting.needsAttention'), state.needsAttention, 'needsAttention')}
      ${toggle(say('texting.byAssistant'), state.assistant, 'assistant')}
    </div>
    ${
      custom.length > 0
        ? html`<dl class="custom small">
            ${custom.map(
              ([name, value]) =>
                html`<div>
                  <dt class="muted" dir="auto">${name}</dt>
                  <dd dir="auto">${value}</dd>
                </div>`,
            )}
          </dl>`
        : nothing
    }
  </aside>`;
}
