import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { fillScript, unknownFields } from '@campaign-kit/shared/script';
import { scriptWarnings } from '@campaign-kit/shared/second-pass';
import { segments } from '@campaign-kit/shared/segments';
import type { SecondPassStart } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { icons } from '../parts/icons.ts';

const longestScript = 1600;
const longestTitle = 200;

/**
 * The third screen: the message that goes out next, as a real contact will get it, and the title.
 *
 * @csspart sample - The message as a real contact gets it.
 */
export class ScriptStep implements ReactiveController {
  title = '';
  script = '';
  #host: KitElement;
  #start: SecondPassStart | null = null;
  #touched = { title: false, script: false };

  constructor(host: KitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** What the server suggests; a field that was typed into stays as it was typed. */
  suggest(start: SecondPassStart): void {
    this.#start = start;
    if (!this.#touched.title) this.title = start.suggestedTitle;
    if (!this.#touched.script) this.script = start.scripts.at(-1)?.script ?? '';
  }

  /** What was typed so far; null for a field that was left as it came. */
  get typed(): { title: string | null; script: string | null } {
    return {
      title: this.#touched.title ? this.title : null,
      script: this.#touched.script ? this.script : null,
    };
  }
  set typed({ title, script }: { title: string | null; script: string | null }) {
    this.#touched = { title: title !== null, script: script !== null };
    if (title !== null) this.title = title;
    if (script !== null) this.script = script;
  }

  forget(): void {
    this.#touched = { title: false, script: false };
    this.#start = null;
  }

  /** Why one cannot go on from here, or null. */
  get problem(): string | null {
    const say = this.#host.say.bind(this.#host);
    const characters = this.script.trim().length;
    if (characters === 0) return say('secondPass.script.empty');
    if (characters > longestScript) return say('secondPass.script.tooLong', { limit: longestScript, characters });
    return this.title.trim() === '' ? say('secondPass.script.titleEmpty') : null;
  }

  /** The message as the sample contact gets it: without the blanks around it, as it is sent. */
  get filled(): string {
    return fillScript(this.script.trim(), this.#start?.sample?.fields ?? {});
  }

  get segmentCount(): number {
    return segments(this.filled).count;
  }

  render(): TemplateResult {
    const say = this.#host.say.bind(this.#host);
    const start = this.#start;
    const noTitle = this.title.trim() === '';
    const characters = this.script.trim().length;
    const wrong = characters === 0 || characters > longestScript;
    return html`<div class="stack">
      <div class="field">
        <label for="title">${say('secondPass.script.title')}</label>
        <input
          id="title"
          class="input"
          part="input"
          dir="auto"
          maxlength=${longestTitle}
          autocomplete="off"
          aria-invalid=${noTitle ? 'true' : nothing}
          aria-describedby="title-hint"
          .value=${this.title}
          @input=${this.#onTitle}
        />
        <p id="title-hint" class=${noTitle ? 'problem' : 'hint'}>
          ${
            noTitle
              ? say('secondPass.script.titleEmpty')
              : say('secondPass.script.titleHelp', { title: start?.campaign.title ?? '' })
          }
        </p>
      </div>
      <div class="field">
        <label for="script">${say('secondPass.script.message', { pass: start?.nextPass ?? 2 })}</label>
        <textarea
          id="script"
          class="input"
          part="input"
          dir="auto"
          rows="4"
          aria-invalid=${wrong ? 'true' : nothing}
          aria-describedby="script-size script-notes"
          .value=${this.script}
          @input=${this.#onScript}
        ></textarea>
        <div class="fields" role="group" aria-label=${say('secondPass.script.fields')}>
          ${(start?.knownFields ?? []).map(
            field =>
              html`<button
                class="chip"
                part="chip"
                type="button"
                aria-label=${say('secondPass.script.insert', { field })}
                @click=${() => this.#insert(field)}
              >
                {${field}}
              </button>`,
          )}
        </div>
      </div>
      <div id="script-notes" class="notes" aria-live="polite">${this.#notes()}</div>
      ${this.#preview()}
    </div>`;
  }

  #notes(): TemplateResult[] {
    const say = this.#host.say.bind(this.#host);
    const characters = this.script.trim().length;
    const texts: string[] = [];
    if (characters === 0) texts.push(say('secondPass.script.empty'));
    if (characters > longestScript) texts.push(say('secondPass.script.tooLong', { limit: longestScript, characters }));
    texts.push(...this.warnings);
    const odd = oddCharacters(this.filled);
    if (odd.length > 0) texts.push(say('secondPass.script.unicode', { characters: odd.slice(0, 6).join(' ') }));
    return texts.map(text => html`<p class="note"><span class="mark warning">${icons.warning}</span>${text}</p>`);
  }

  /** What should be looked at again before it is sent, though it can be sent. */
  get warnings(): string[] {
    const say = this.#host.say.bind(this.#host);
    const scripts = this.#start?.scripts ?? [];
    const texts: string[] = [];
    const warnings = scriptWarnings(
      this.script,
      scripts.map(({ script }) => script),
    );
    if (warnings.includes('sameAsBefore')) {
      const same = scripts.find(({ script }) => scriptWarnings(this.script, [script]).includes('sameAsBefore'));
      texts.push(say('secondPass.script.same', { pass: same?.pass ?? 1 }));
    }
    if (warnings.includes('usesTexterName')) {
      texts.push(say('secondPass.script.texterName', { field: '{texterFirstName}' }));
    }
    const unknown = unknownFields(this.script, this.#start?.knownFields ?? []).map(name => `{${name}}`);
    unknown.push(...strayBraces(this.script));
    if (unknown.length > 0) {
      const fields = this.#listed(unknown);
      texts.push(say('secondPass.script.unknown', { fields }));
    }
    return texts;
  }

  #preview(): TemplateResult {
    const say = this.#host.say.bind(this.#host);
    const fields = this.#start?.sample?.fields;
    const name = [fields?.firstName, fields?.lastName].filter(Boolean).join(' ');
    const { count } = segments(this.filled);
    return html`<figure class="sample" part="sample">
      <figcaption class="muted small">
        <span>${name ? say('secondPass.script.preview', { name }) : say('secondPass.script.previewPlain')}</span>
        <span id="script-size" class="number">
          ${say('secondPass.script.size', { characters: this.filled.length, count })}
        </span>
      </figcaption>
      ${this.filled === '' ? nothing : html`<p class="bubble" dir="auto">${this.filled}</p>`}
    </figure>`;
  }

  #listed(names: string[]): string {
    return new Intl.ListFormat(this.#host.locale, { type: 'conjunction' }).format(names);
  }

  /** Through the browser's own editing where it can, so that Ctrl+Z takes it back. */
  #insert(field: string): void {
    const area = this.#host.renderRoot.querySelector<HTMLTextAreaElement>('#script');
    if (!area) return;
    area.focus();
    const text = `{${field}}`;
    if (!document.execCommand('insertText', false, text)) {
      area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
      this.#take(area.value);
    }
  }

  #onScript = (event: Event): void => this.#take((event.target as HTMLTextAreaElement).value);

  #take(script: string): void {
    this.script = script;
    this.#touched.script = true;
    this.#host.requestUpdate();
  }

  #onTitle = (event: Event): void => {
    this.title = (event.target as HTMLInputElement).value;
    this.#touched.title = true;
    this.#host.requestUpdate();
  };
}

/** Braces that make no field, with the word that hangs on them. */
function strayBraces(script: string): string[] {
  const rest = script.replace(/\{[^{}]+\}/g, ' ');
  return [...new Set(rest.match(/\{\}|\{[^{}\s]*|[^{}\s]*\}/g))];
}

/** What makes the carrier cut the text into shorter segments; empty where the standard alphabet is enough. */
function oddCharacters(text: string): string[] {
  if (segments(text).encoding === 'GSM-7') return [];
  return [...new Set(text)].filter(character => segments(character).encoding === 'UCS-2');
}
