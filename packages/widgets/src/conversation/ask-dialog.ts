import { html, nothing, type TemplateResult } from 'lit';
import type { WordKey } from '@campaign-kit/shared/words/en';
import type { KitElement } from '../element.ts';
import type { KitError } from '../kit-error.ts';
import { closeButton } from '../parts/close-button.ts';
import { Dialog } from '../parts/dialog.ts';
import { failureNotice } from '../parts/query-states.ts';

const longestReason = 500;

type Asked = 'escalate' | 'optOut' | 'keys';
export type AskedAbout = { conversationId: number; name: string };
type On = {
  escalate: (about: AskedAbout, reason: string) => Promise<KitError | null>;
  optOut: (about: AskedAbout) => Promise<KitError | null>;
};

/** The keys of the queue, and what they do. */
const keys: readonly (readonly [string, WordKey])[] = [
  ['Enter', 'texting.key.send'],
  ['Shift + Enter', 'texting.key.newLine'],
  ['S', 'texting.key.skip'],
  ['J  ↓', 'texting.key.next'],
  ['K  ↑', 'texting.key.previous'],
  ['R', 'texting.key.reply'],
  ['C', 'texting.close'],
  ['E', 'texting.escalate'],
  ['O', 'texting.optOut'],
  ['T', 'texting.addTag'],
  ['?', 'texting.keys'],
];

/** What asks before it does something that is not taken back at once: to escalate, to opt out; and the list of keys. */
export class AskDialog {
  #host: KitElement;
  #on: On;
  #dialog: Dialog;
  #asked: Asked = 'keys';
  #about: AskedAbout = { conversationId: 0, name: '' };
  #reason = '';
  #empty = false;
  #busy = false;
  #error: KitError | null = null;

  constructor(host: KitElement, on: On) {
    this.#host = host;
    this.#on = on;
    this.#dialog = new Dialog(host, { lightDismiss: () => this.#reason === '' });
  }

  get open(): boolean {
    return this.#dialog.open;
  }

  ask(asked: Asked, about?: AskedAbout): void {
    if (about && about.conversationId !== this.#about.conversationId) this.#reason = '';
    this.#asked = asked;
    this.#about = about ?? this.#about;
    this.#error = null;
    this.#empty = false;
    this.#dialog.show();
  }

  render(): TemplateResult {
    const say = this.#host.say.bind(this.#host);
    const { name } = this.#about;
    const closeLabel = say('common.close');
    if (this.#asked === 'keys') {
      const rows = keys.map(
        ([key, deed]) =>
          html`<div>
            <dt><kbd>${key}</kbd></dt>
            <dd>${say(deed)}</dd>
          </div>`,
      );
      return this.#dialog.render({
        title: say('texting.keys'),
        closeLabel,
        body: html`<dl class="keys">${rows}</dl>`,
        footer: nothing,
      });
    }
    const escalate = this.#asked === 'escalate';
    return this.#dialog.render({
      title: say(escalate ? 'texting.escalateTitle' : 'texting.optOutTitle', { name }),
      about: escalate ? name : undefined,
      closeLabel,
      body: html`<div class="stack">
        <p>${say(escalate ? 'texting.escalateHelp' : 'texting.optOutHelp')}</p>
        ${escalate ? this.#reasonField() : nothing}
        ${this.#error ? failureNotice(this.#host, this.#error, null) : nothing}
      </div>`,
      footer: html`${closeButton(say('common.cancel'), () => this.#dialog.close())}
        <button
          class="button ${escalate ? 'main' : 'danger'}"
          part="main"
          type="button"
          ?autofocus=${!escalate}
          aria-disabled=${this.#busy ? 'true' : 'false'}
          @click=${() => void this.#do()}
        >
          ${say(escalate ? 'texting.escalate' : 'texting.optOut')}
        </button>`,
    });
  }

  #reasonField(): TemplateResult {
    const say = this.#host.say.bind(this.#host);
    return html`<div class="field">
      <label for="reason">${say('texting.reason')}</label>
      <textarea
        class="input"
        part="input"
        id="reason"
        rows="3"
        maxlength=${longestReason}
        autofocus
        aria-invalid=${this.#empty ? 'true' : 'false'}
        aria-describedby="reason-problem"
        .value=${this.#reason}
        @input=${(event: Event) => {
          this.#reason = (event.target as HTMLTextAreaElement).value;
          this.#empty = false;
          this.#host.requestUpdate();
        }}
      ></textarea>
      <span class="problem" id="reason-problem" aria-live="polite">
        ${this.#empty ? say('texting.reasonEmpty') : ''}
      </span>
    </div>`;
  }

  async #do(): Promise<void> {
    if (this.#busy) return;
    const escalate = this.#asked === 'escalate';
    if (escalate && this.#reason.trim() === '') {
      this.#empty = true;
      this.#host.requestUpdate();
      return;
    }
    this.#busy = true;
    this.#error = null;
    this.#host.requestUpdate();
    const about = this.#about;
    this.#error = await (escalate ? this.#on.escalate(about, this.#reason.trim()) : this.#on.optOut(about));
    this.#busy = false;
    if (!this.#error) {
      this.#reason = '';
      this.#dialog.close();
    }
    this.#host.requestUpdate();
  }
}
