import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { ActionErrorEvent, ActionRequestEvent, ActionSuccessEvent } from '../action-events.ts';
import type { CampaignHead } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { OperationRun } from '../operation-run.ts';
import { failureNotice } from '../parts/query-states.ts';

/** Where auto-assign is off, nobody would be offered what was released: says so, and offers the switch. */
export class TurnOn implements ReactiveController {
  #host: KitElement;
  #run: OperationRun;

  constructor(host: KitElement, onDone: () => void) {
    this.#host = host;
    host.addController(this);
    this.#run = new OperationRun(host, {
      end: operation => {
        onDone();
        host.dispatchEvent(new ActionSuccessEvent(operation, () => this.#run.undo(operation.id)));
      },
      error: error => host.dispatchEvent(new ActionErrorEvent('turnAutoAssignOn', error)),
    });
  }

  hostConnected(): void {}

  forget(): void {
    this.#run.reset();
  }

  render(campaign: CampaignHead | undefined): TemplateResult | typeof nothing {
    const say = this.#host.say.bind(this.#host);
    if (this.#run.operation) return html`<p>${say('turnAutoAssignOn.done')}</p>`;
    if (!campaign || campaign.autoAssign) return nothing;
    const turnOn = () => this.#turnOn(campaign.id);
    return html`<p>
        ${say('result.autoAssignOff')}
        <button class="button link" part="link" type="button" @click=${turnOn}>${say('result.turnOn')}</button>
      </p>
      ${this.#run.error ? failureNotice(this.#host, this.#run.error, turnOn) : nothing}`;
  }

  #turnOn(campaignId: number): void {
    if (!this.#host.dispatchEvent(new ActionRequestEvent('turnAutoAssignOn', null))) return;
    const action = { name: 'turnAutoAssignOn' as const, input: {} };
    void this.#run.start(`turnAutoAssignOn ${campaignId}`, (api, requestKey) =>
      api.campaigns.runAction.mutate({ campaignId, action, previewed: null, requestKey }),
    );
  }
}
