import { faces } from '@campaign-kit/shared/campaign-actions/faces';
import type { CampaignActionName } from '@campaign-kit/shared/campaign-actions/registry';
import type { WordKey } from '@campaign-kit/shared/words/en';
import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { ActionSuccessEvent } from '../action-events.ts';
import type { CampaignMenu, Operation, Pushed } from '../contract.ts';
import { dialogs, type ActionDialogElement } from '../dialogs.ts';
import { makeDialog } from '../make-dialog.ts';
import { KitElement } from '../element.ts';
import { KitError } from '../kit-error.ts';
import { Listening } from '../listening.ts';
import { ring } from '../parts/icons.ts';
import { MenuButton } from '../parts/menu-button.ts';
import { failureLine, queryStates } from '../parts/query-states.ts';
import { Query } from '../query.ts';
import type { AtOnce } from './at-once.ts';
import { campaignActionsStyles } from './campaign-actions.styles.ts';
import { menuItems, operationItem } from './menu-items.ts';

/**
 * The three-dot menu of a campaign: every action with what it would change, why it may not run now, and Undo.
 *
 * @summary The actions of one campaign.
 * @fires ck-open - The menu or a dialog of it opened.
 * @fires ck-close - Menu and dialog are closed again.
 * @fires ck-action-request - An action is about to run; `preventDefault()` keeps it from running.
 * @fires ck-action-success - An action has ended; `undo()` gives back what it changed.
 * @fires ck-action-error - An action or its undo could not be started.
 */
export class CampaignActions extends KitElement {
  static override readonly tag = 'campaign-actions';

  /** The campaign that the actions are for. */
  @property({ attribute: 'campaign-id', type: Number }) campaignId = 0;
  /** What the button says, or is called where it shows dots; without it, the words of the reader's language. */
  @property() label = '';
  /** Three dots, or a button with its label. */
  @property() variant: 'icon' | 'labelled' = 'icon';

  #menu: Query<CampaignMenu> = new Query<CampaignMenu>(this, (api, signal) =>
    this.campaignId > 0 ? api.campaigns.menu.query({ campaignId: this.campaignId }, { signal }) : null,
  );
  #button = new MenuButton(this, { select: id => this.#onSelect(id), toggle: open => this.#onToggle(open) });
  #running = new Map<number, Operation>();
  #dialogs = new Set<ActionDialogElement>();
  #shown: ActionDialogElement | null = null;
  #opening = false;
  #atOnce: AtOnce | null = null;
  #refreshing: ReturnType<typeof setTimeout> | undefined;
  #read: CampaignMenu | undefined;

  constructor() {
    super();
    // While there is something to hear: an operation runs, or someone is looking.
    new Listening(this, () =>
      this.#running.size > 0 || this.#button.open || this.#shown
        ? {
            campaignId: this.campaignId,
            running: () => [...this.#running.keys()],
            onPush: pushed => this.#onPush(pushed),
          }
        : null,
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopKit = this.onKit(() => {
      for (const dialog of this.#dialogs) dialog.kit = this.kit;
    });
    if (this.hasUpdated) void this.#menu.run();
  }
  #stopKit = () => {};

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopKit();
    clearTimeout(this.#refreshing);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('campaignId')) {
      this.#menu.reset();
      this.#running.clear();
      void this.#menu.run();
    }
    if (this.#menu.value && this.#menu.value !== this.#read) {
      this.#read = this.#menu.value;
      this.#running = new Map(this.#read.operations.map(operation => [operation.id, operation]));
    }
  }

  protected override render() {
    const menu = this.#menu.value;
    const running = [...this.#running.values()];
    const [first] = running;
    const instead = queryStates(this, this.#menu, {
      skeleton: html`<p class="bones" role="status">
        <span class="hidden">${this.say('menu.loading')}</span><span class="bone"></span><span class="bone"></span
        ><span class="bone"></span>
      </p>`,
      ready: ({ actions }) => (actions.length || running.length ? nothing : html`<p>${this.say('menu.none')}</p>`),
    });
    return html`${this.#button.render({
        label: this.#name(menu, first),
        labelled: this.variant === 'labelled',
        icon: first && ring(first.total > 0 ? first.done / first.total : 0),
        items: menu ? menuItems(this, menu.actions, running) : null,
        instead: instead === nothing ? undefined : html`${instead}`,
      })}
      ${this.#atOnce?.render() ?? nothing}
      <div class="dialogs" @ck-action-success=${this.#onDialogSuccess}></div>`;
  }

  #name(menu: CampaignMenu | undefined, first: Operation | undefined): string {
    if (this.variant === 'labelled') return this.label || this.say('menu.open');
    if (first) return this.say('menu.running', { action: this.say(`${first.kind}.label` as WordKey) });
    return this.label || (menu ? this.say('menu.openFor', { campaign: menu.campaign.title }) : this.say('menu.open'));
  }

  /** What is done without a dialog, and said at the button, is loaded when it is first needed. */
  async #saying(): Promise<AtOnce> {
    const { AtOnce } = await import('./at-once.ts');
    this.#atOnce ??= new AtOnce(this, {
      anchor: () => this.renderRoot.querySelector('#menu-button'),
      ended: () => void this.#menu.run(),
    });
    return this.#atOnce;
  }

  #onToggle(open: boolean): void {
    if (open) {
      this.#atOnce?.hide();
      void this.#menu.run();
      this.dispatchEvent(new Event('ck-open'));
    } else {
      queueMicrotask(() => {
        if (!this.#shown && !this.#opening && !this.#button.open) this.dispatchEvent(new Event('ck-close'));
      });
    }
  }

  #onSelect(id: string): void {
    const operation = [...this.#running.values()].find(one => operationItem(one) === id);
    const name = id in faces ? (id as CampaignActionName) : undefined;
    if (operation) void this.#openDialog(null, operation);
    else if (name && !faces[name].counts && faces[name].danger === 'no') {
      void this.#saying().then(saying => saying.run(name));
    } else if (name) void this.#openDialog(name, null);
  }

  async #openDialog(name: CampaignActionName | null, operation: Operation | null): Promise<void> {
    const kept = [...this.#dialogs].find(dialog => dialog.running && dialog.running.id === operation?.id);
    if (kept) return this.#show(kept);
    this.#opening = true;
    try {
      const load = name && dialogs[name];
      const dialog = load
        ? makeDialog(await load(), this, CampaignActions.tag)
        : await this.#plainDialog(name, operation);
      dialog.kit = this.kit;
      dialog.campaignId = this.campaignId;
      this.#dialogs.add(dialog);
      this.renderRoot.querySelector('.dialogs')?.append(dialog);
      dialog.addEventListener('ck-close', () => this.#onDialogClose(dialog));
      this.#show(dialog);
    } catch (thrown) {
      (await this.#saying()).say(failureLine(this, KitError.from(thrown)));
      this.dispatchEvent(new Event('ck-close'));
    } finally {
      this.#opening = false;
    }
  }

  async #plainDialog(name: CampaignActionName | null, operation: Operation | null): Promise<ActionDialogElement> {
    const { ActionDialog } = await import('./action-dialog.ts');
    const dialog = makeDialog(ActionDialog, this, CampaignActions.tag);
    dialog.action = name;
    dialog.campaign = this.#menu.value?.campaign ?? null;
    if (operation) dialog.follow(operation);
    return dialog;
  }

  #show(dialog: ActionDialogElement): void {
    this.#shown = dialog;
    dialog.show();
    this.requestUpdate();
  }

  /** What still runs goes on: its dialog stays, closed, to say how it ended. */
  #onDialogClose(dialog: ActionDialogElement): void {
    if (this.#shown === dialog) this.#shown = null;
    if (!dialog.running) this.#drop(dialog);
    void this.#menu.run();
    this.dispatchEvent(new Event('ck-close'));
  }

  #onDialogSuccess = (event: ActionSuccessEvent): void => {
    const dialog = event.target as ActionDialogElement;
    void this.#menu.run();
    if (dialog === this.#shown) return;
    void this.#saying().then(saying => saying.tell(event.operation));
    queueMicrotask(() => this.#drop(dialog));
  };

  #drop(dialog: ActionDialogElement): void {
    this.#dialogs.delete(dialog);
    dialog.remove();
  }

  #onPush(pushed: Pushed): void {
    if (pushed.type === 'operation') {
      const { operation } = pushed;
      if (operation.campaign?.id !== this.campaignId) return;
      const known = this.#running.has(operation.id);
      if (operation.state === 'running') this.#running.set(operation.id, operation);
      else this.#running.delete(operation.id);
      this.requestUpdate();
      if (operation.state === 'running' || !known) return;
    }
    clearTimeout(this.#refreshing);
    this.#refreshing = setTimeout(() => void this.#menu.run(), 400);
  }

  static override styles = campaignActionsStyles;
}

declare global {
  interface HTMLElementTagNameMap {
    'campaign-actions': CampaignActions;
  }
}
