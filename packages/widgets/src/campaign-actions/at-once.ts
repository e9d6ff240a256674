import type { CampaignActionName } from '@campaign-kit/shared/campaign-actions/registry';
import { html, nothing, type TemplateResult } from 'lit';
import { ActionErrorEvent, ActionRequestEvent, ActionSuccessEvent } from '../action-events.ts';
import { addStyles } from '../adopt-styles.ts';
import type { Operation } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { OperationRun } from '../operation-run.ts';
import { failureLine } from '../parts/query-states.ts';
import { resultLine, undoable } from '../parts/result.ts';
import { Toast, toastStyles } from '../parts/toast.ts';

/** The line is said anew each time: its words may come later than it. */
type Said = { line: () => string; undo: Operation | null };
type Host = KitElement & { campaignId: number };

/**
 * Runs what is small and turned back by Undo without asking first, and says at the button what was done; what ended after
 * its dialog was closed is said here too. Loaded when there is something to say.
 */
export class AtOnce {
  #host: Host;
  #name: CampaignActionName = 'turnAutoAssignOn';
  #said: Said | null = null;
  #toast: Toast;
  #run: OperationRun;

  constructor(host: Host, options: { anchor: () => Element | null; ended: () => void }) {
    this.#host = host;
    this.#toast = new Toast(host, options.anchor);
    this.#run = new OperationRun(host, {
      end: operation => {
        this.#end(operation);
        options.ended();
      },
      error: error => {
        host.dispatchEvent(new ActionErrorEvent(this.#name, error));
        this.say(failureLine(host, error));
      },
    });
    addStyles(host, toastStyles);
  }

  async run(name: CampaignActionName): Promise<void> {
    if (!this.#host.dispatchEvent(new ActionRequestEvent(name, null))) return;
    this.#name = name;
    this.#toast.hide();
    this.#run.reset();
    const { campaignId } = this.#host;
    await this.#run.start(`${name} ${campaignId}`, (api, requestKey) =>
      api.campaigns.runAction.mutate({ campaignId, action: { name, input: {} } as never, previewed: null, requestKey }),
    );
  }

  /** Says how an operation ended whose dialog is closed. */
  tell(operation: Operation): void {
    const undone = operation.undoOf === this.#run.undone?.id ? this.#run.undone?.kind : undefined;
    this.#show({
      line: () => resultLine(this.#host, operation, undone),
      undo: undoable(operation) ? operation : null,
    });
  }

  say(line: string): void {
    this.#show({ line: () => line, undo: null });
  }

  hide(): void {
    this.#toast.hide();
  }

  render(): TemplateResult {
    return this.#toast.render(this.#said ? this.#line(this.#said) : nothing, this.#host.say('common.close'));
  }

  #show(said: Said): void {
    this.#said = said;
    this.#toast.show();
  }

  #line({ line, undo }: Said): TemplateResult {
    const undoIt = () => void this.#run.undo(undo?.id);
    return html`<span class="number">${line()}</span>${
        undo
          ? html`<button class="button" part="undo" type="button" @click=${undoIt}>
              ${this.#host.say('common.undo')}
            </button>`
          : nothing
      }`;
  }

  #end(operation: Operation): void {
    if (operation.kind === 'undo' && operation.total === 0) this.say(this.#host.say('result.undone'));
    else this.tell(operation);
    this.#host.dispatchEvent(new ActionSuccessEvent(operation, () => this.#run.undo(operation.id)));
  }
}
