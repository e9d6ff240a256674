import { html, nothing, type TemplateResult } from 'lit';
import type { Thread } from '../contract.ts';
import { icons } from '../parts/icons.ts';
import type { Voice } from '../parts/voice.ts';

const most = 3;
const longest = 30;

type Shown = {
  tags: Thread['tags'];
  typed: string;
  onType: (text: string) => void;
  onAdd: () => void;
  onRemove: (tagId: number) => void;
};

/**
 * The tags of a conversation, up to three, and a field for one more.
 *
 * @csspart tag - A tag of the conversation.
 */
export function tagList(voice: Voice, { tags, typed, onType, onAdd, onRemove }: Shown): TemplateResult {
  const full = tags.length >= most;
  return html`<div class="field tags">
    <label for="tag">${voice.say('texting.tags')}</label>
    ${
      tags.length > 0
        ? html`<ul class="chips">
            ${tags.map(
              ({ id, name }) =>
                html`<li class="tag" part="tag">
                  <span dir="auto">${name}</span>
                  <button
                    class="button icon"
                    part="button"
                    type="button"
                    aria-label=${voice.say('texting.removeTag', { name })}
                    @click=${() => onRemove(id)}
                  >
                    ${icons.close}
                  </button>
                </li>`,
            )}
          </ul>`
        : nothing
    }
    <input
      class="input"
      part="input"
      id="tag"
      maxlength=${longest}
      autocomplete="off"
      placeholder=${full ? '' : voice.say('texting.addTag')}
      aria-describedby="tag-hint"
      ?readonly=${full}
      .value=${typed}
      @input=${(event: Event) => onType((event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || event.repeat || event.isComposing) return;
        event.preventDefault();
        onAdd();
      }}
    />
    <span class="hint" id="tag-hint">${full ? voice.say('refusal.tooManyTags', { most }) : ''}</span>
  </div>`;
}
