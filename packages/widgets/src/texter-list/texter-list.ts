import { html, nothing, type TemplateResult } from 'lit';
import { en } from '@campaign-kit/shared/words/en';
import type { ListedTexter } from '../contract.ts';
import { KitElement } from '../element.ts';
import { KitError, isAbort } from '../kit-error.ts';
import { MessageDialogs } from '../message-dialogs.ts';
import { icons } from '../parts/icons.ts';
import { keyed } from '../parts/keyed.ts';
import { failureLine, queryStates } from '../parts/query-states.ts';
import { relativeTime } from '../parts/relative-time.ts';
import { resultLine } from '../parts/result.ts';
import { SaidToast } from '../parts/said-toast.ts';
import { SuspendDialog } from './suspend-dialog.ts';
import { TeamsDialog } from './teams-dialog.ts';
import { texterListStyles } from './texter-list.styles.ts';
import { Texters, type TextersShown } from './texters.ts';

const bones = 6;

type Texter = Pick<ListedTexter, 'id' | 'name'>;
type Deed = 'suspend' | 'resume';

/**
 * The texters of the organization: what each holds now, their teams, and whether they are suspended. They are suspended and
 * let in again here, put on teams, and what they hold is released.
 *
 * @summary Where an admin looks after texters.
 * @fires ck-action-request - What a texter holds is about to be released; `preventDefault()` keeps it from running.
 * @fires ck-action-success - The release, or its undo, has ended; `undo()` gives back what it changed.
 * @fires ck-action-error - It could not be started.
 * @csspart list - The list.
 * @csspart row - A texter.
 * @csspart input - A field to type in.
 * @csspart button - Any other button.
 * @csspart empty - What stands there while there are no texters.
 * @cssState empty - No texter is there, or none has such a name.
 */
export class TexterList extends KitElement {
  static override readonly tag = 'texter-list';
  static override readonly english = en;
  static override readonly styles = texterListStyles;

  #texters = new Texters(this);
  #busy = new Set<number>();
  /** Whose row the line of what was done stands beside. */
  #at = 0;
  #toast: SaidToast = new SaidToast(this, () =>
    this.renderRoot.querySelector(`[data-texter="${this.#at}"] .main-deed`),
  );
  #suspending = new SuspendDialog(this, {
    changed: () => void this.#texters.all.run(),
    done: texter => this.#tell(texter, 'suspend'),
  });
  #teams = new TeamsDialog(this, (texterId, said) => {
    this.#at = texterId;
    this.#toast.tell(said);
    void this.#texters.all.run();
  });
  #dialogs = new MessageDialogs(this, TexterList.tag, {
    changed: () => void this.#texters.all.run(),
    ended: (operation, undo) =>
      this.#toast.tell({
        sentence: resultLine(this, operation),
        undo: operation.kind === 'undo' ? null : () => void undo(),
      }),
    failed: error => this.#toast.tell({ sentence: failureLine(this, error) }),
  });

  protected override render(): TemplateResult {
    return html`<div class="texters-page" role="group" aria-label=${this.say('texterList.title')}>
      <div class="field">
        <label class="hidden" for="search">${this.say('texters.search')}</label>
        <input
          id="search"
          class="input"
          part="input"
          type="search"
          dir="auto"
          autocomplete="off"
          spellcheck="false"
          placeholder=${this.say('texters.search')}
          .value=${this.#texters.text}
          @input=${(event: Event) => this.#texters.search((event.target as HTMLInputElement).value)}
        />
      </div>
      ${queryStates(this, this.#texters.all, {
        skeleton: this.#skeleton(),
        isEmpty: ({ texters }) => texters.length === 0,
        empty: this.#empty(),
        ready: shown => this.#rows(shown),
      })}
      ${this.#toast.render()} ${this.#suspending.render()} ${this.#teams.render()} ${this.#dialogs.render()}
    </div>`;
  }

  #rows({ texters, more }: TextersShown): TemplateResult {
    return html`<p class="hidden" role="status">${this.say('texters.found', { count: texters.length })}</p>
      <ul part="list">
        ${keyed(
          texters,
          ({ id }) => id,
          texter => this.#row(texter),
        )}
      </ul>
      ${
        more
          ? html`<button class="button more" part="button" type="button" @click=${() => this.#texters.showMore()}>
              ${this.say('texterList.more')}
            </button>`
          : nothing
      }`;
  }

  #row(texter: ListedTexter): TemplateResult {
    const { id, name, suspendedAt, teams, unsent, unreplied } = texter;
    const held = unsent + unreplied;
    return html`<li part="row" data-texter=${id} class=${suspendedAt === null ? '' : 'off'}>
      <div class="who">
        <p class="strong" dir="auto">${name}</p>
        ${
          suspendedAt === null
            ? nothing
            : html`<p class="status small">${icons.lock} ${this.#suspendedSince(suspendedAt)}</p>`
        }
        ${
          teams.length > 0
            ? html`<ul class="teams small">
                ${teams.map(team => html`<li class="team" dir="auto">${team.name}</li>`)}
              </ul>`
            : nothing
        }
      </div>
      <p class=${held > 0 ? 'holds number' : 'holds number muted'}>
        ${
          held === 0
            ? this.say('texterList.idle')
            : html`${unsent > 0 ? html`<span>${this.say('texterList.unsent', { count: unsent })}</span>` : nothing}
              ${unreplied > 0 ? html`<span>${this.say('texterList.unreplied', { count: unreplied })}</span>` : nothing}`
        }
      </p>
      <div class="acts">${this.#acts(texter)}</div>
    </li>`;
  }

  #suspendedSince(at: number): TemplateResult {
    const time = '\u0000';
    const [before = '', after = ''] = this.say('texterList.suspendedSince', { time }).split(time);
    return html`<span>${before}${relativeTime(this, Math.min(at, Date.now()), Date.now())}${after}</span>`;
  }

  #acts(texter: ListedTexter): TemplateResult {
    const { id, name, suspendedAt } = texter;
    const suspended = suspendedAt !== null;
    const release = this.say('texterList.release');
    const change = this.say(suspended ? 'texterList.resume' : 'texterList.suspend');
    const teams = this.say('texterList.teams');
    return html`${
        this.#teams.any
          ? html`<button
              class="button quiet"
              part="button"
              type="button"
              aria-label="${teams}: ${name}"
              @click=${() => this.#teams.ask(texter)}
            >
              ${teams}
            </button>`
          : nothing
      }<button
        class="button quiet"
        part="button"
        type="button"
        aria-label="${release}: ${name}"
        @click=${() => void this.#release(texter)}
      >
        ${release}
      </button>
      <button
        class="button main-deed"
        part="button"
        type="button"
        aria-label="${change}: ${name}"
        aria-disabled=${this.#busy.has(id) ? 'true' : 'false'}
        @click=${() => (suspended ? void this.#change(texter, 'resume') : this.#suspending.ask(texter))}
      >
        ${change}
      </button>`;
  }

  #empty(): TemplateResult {
    const text = this.#texters.text.trim();
    return html`<div class="empty" part="empty" role="status">
      <p class="strong">${text ? this.say('texters.none', { text }) : this.say('texters.nobody')}</p>
      ${text ? nothing : html`<p class="muted">${this.say('texterList.emptyHelp')}</p>`}
    </div>`;
  }

  #skeleton(): TemplateResult {
    return html`<p class="hidden" role="status">${this.say('texterList.loading')}</p>
      <ul aria-hidden="true">
        ${Array.from(
          { length: bones },
          () =>
            html`<li>
              <p><span class="bone"></span></p>
              <p><span class="bone"></span></p>
            </li>`,
        )}
      </ul>`;
  }

  #release({ id, name }: ListedTexter): Promise<void> {
    this.#at = id;
    this.#toast.hide();
    return this.#dialogs.ask({ texter: { id, name } });
  }

  async #change(texter: Texter, deed: Deed): Promise<void> {
    const { kit } = this;
    const { id: texterId } = texter;
    if (!kit || this.#busy.has(texterId)) return;
    this.#busy.add(texterId);
    this.requestUpdate();
    try {
      await kit.ask(api => api.texters[deed].mutate({ texterId }));
      this.#tell(texter, deed);
    } catch (thrown) {
      this.#at = texterId;
      if (!isAbort(thrown)) this.#toast.tell({ sentence: failureLine(this, KitError.from(thrown)) });
    }
    this.#busy.delete(texterId);
    await this.#texters.all.run();
  }

  #tell(texter: Texter, deed: Deed): void {
    const suspended = deed === 'suspend';
    const sentence = this.say(suspended ? 'texterList.suspended' : 'texterList.resumed', { name: texter.name });
    this.#at = texter.id;
    this.#toast.tell({ sentence, undo: () => void this.#change(texter, suspended ? 'resume' : 'suspend') });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'texter-list': TexterList;
  }
}
