import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import { segments } from '@campaign-kit/shared/segments';
import type { Thread } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { icons } from '../parts/icons.ts';
import { notice } from '../parts/query-states.ts';
import type { Desk } from './desk.ts';
import { insertText, turnBack } from './insert-text.ts';
import { keyHint } from './key-hint.ts';
import { Picker, type Pick } from './picker.ts';
import type { Reach } from './reach.ts';
import { conversationIcons } from './conversation-icons.ts';
import { hoursLine } from './texting-hours.ts';
import { Typing } from './typing.ts';

const longest = 1_600;
const emojiColumns = 8;

/**
 * Where a reply is written: what was typed stays with its conversation until it is sent. Enter sends; where there is only a
 * keyboard on the screen it begins a new line, and the button sends.
 *
 * @csspart box - The box that a reply is written in, with its tools.
 */
export class ReplyBox {
  #host: KitElement;
  #desk: Desk;
  #send: (text: string) => void;
  #canned: Picker;
  #emoji: Picker;
  #signs: readonly Pick[] | null = null;
  #typing: Typing;

  constructor(host: KitElement, desk: Desk, send: (text: string) => void, reach: Reach) {
    this.#host = host;
    this.#desk = desk;
    this.#send = send;
    this.#canned = new Picker(host, { id: 'canned', beside: '#reply' });
    this.#emoji = new Picker(host, { id: 'emoji', beside: '#reply', columns: emojiColumns });
    this.#typing = new Typing(host, reach);
  }

  get field(): HTMLTextAreaElement | null {
    return this.#host.renderRoot.querySelector('#reply');
  }

  focus(): void {
    this.field?.focus();
  }

  /** Proposes a text: in place of everything that is there, as one step that the field's undo takes back. */
  propose(text: string): void {
    const { field } = this;
    if (!field) return;
    field.select();
    insertText(field, text);
  }

  render(thread: Thread, name: string): TemplateResult {
    const say = this.#host.say.bind(this.#host);
    const { conversationId } = thread;
    if (thread.state.optedOut) return notice(icons.lock, say('texting.optedOut'));
    const { status } = thread.state;
    if (status === 'needsMessage' || status === 'messaged') return notice(icons.info, say('texting.notReplied'));
    const draft = this.#desk.draft(conversationId);
    const { characters, count } = segments(draft);
    const closed = hoursLine(this.#host, thread);
    const tooLong = draft.length > longest;
    const off = closed !== null || tooLong || draft.trim() === '';
    return html`<div class="box" part="box">
      ${closed ? notice(icons.info, closed) : nothing}
      <label class="hidden" for="reply">${say('texting.reply', { name })}</label>
      ${keyed(
        conversationId,
        html`<textarea
          class="input"
          part="input"
          id="reply"
          rows="2"
          dir="auto"
          placeholder=${say('texting.reply', { name })}
          aria-describedby="reply-size reply-problem"
          aria-invalid=${tooLong ? 'true' : 'false'}
          .value=${live(draft)}
          @input=${(event: Event) => this.#onInput(conversationId, event)}
          @keydown=${(event: KeyboardEvent) => this.#onKey(event, off, draft)}
        ></textarea>`,
      )}
      <div class="tools">
        ${this.#tools(thread)}
        <span class="muted small number size" id="reply-size">
          ${draft === '' ? '' : say('secondPass.script.size', { characters, count })}
        </span>
        <button
          class="button main"
          part="main"
          type="button"
          aria-disabled=${off ? 'true' : 'false'}
          @click=${() => !off && this.#send(draft)}
        >
          ${say('texting.send')} ${keyHint('↵')}
        </button>
      </div>
      <span class="problem" id="reply-problem" aria-live="polite">
        ${tooLong ? say('secondPass.script.tooLong', { limit: longest, characters: draft.length }) : ''}
      </span>
    </div>`;
  }

  #tools({ cannedReplies }: Thread): TemplateResult {
    const say = this.#host.say.bind(this.#host);
    const tool = (label: string, icon: TemplateResult, act: (field: HTMLTextAreaElement) => void) =>
      html`<button
        class="button icon"
        part="button"
        type="button"
        aria-label=${label}
        title=${label}
        @click=${() => this.field && act(this.field)}
      >
        ${icon}
      </button>`;
    const canned = cannedReplies.map(({ id, title, text }) => ({ id: String(id), label: title, detail: text }));
    if (this.#emoji.open && !this.#signs) this.#loadSigns();
    return html`<span class="toolbar" role="toolbar" aria-label=${say('texting.tools')}>
      ${
        canned.length > 0
          ? this.#canned.render({
              label: say('texting.canned'),
              icon: conversationIcons.canned,
              items: canned,
              onPick: ({ detail }) => this.field && insertText(this.field, detail ?? ''),
            })
          : nothing
      }
      ${this.#emoji.render({
        label: say('texting.emoji'),
        icon: conversationIcons.emoji,
        items: this.#signs,
        onPick: ({ sign }) => this.field && insertText(this.field, sign ?? ''),
      })}
      ${tool(say('common.undo'), icons.undo, field => turnBack(field, 'undo'))}
      ${tool(say('texting.redo'), conversationIcons.redo, field => turnBack(field, 'redo'))}
      ${tool(say('texting.selectAll'), conversationIcons.selectAll, field => {
        field.focus();
        field.select();
      })}
    </span>`;
  }

  /** They come when they are first looked for, and not with the element. */
  #loadSigns(): void {
    import('./emoji.ts').then(
      ({ emoji }) => {
        this.#signs = emoji.map(([sign, label]) => ({ id: sign, label, sign }));
        this.#host.requestUpdate();
      },
      () => {},
    );
  }

  #onInput(conversationId: number, event: Event): void {
    this.#desk.keepDraft(conversationId, (event.target as HTMLTextAreaElement).value);
    this.#typing.tell(conversationId);
    this.#host.requestUpdate();
  }

  #onKey(event: KeyboardEvent, off: boolean, draft: string): void {
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey) return;
    const deliberate = event.ctrlKey || event.metaKey;
    if (!deliberate && matchMedia('(pointer: coarse)').matches) return;
    event.preventDefault();
    if (!off && !event.repeat) this.#send(draft);
  }
}
