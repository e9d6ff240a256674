import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { ActionErrorEvent, ActionRequestEvent, ActionSuccessEvent } from '../action-events.ts';
import type { CampaignMenu } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { OperationRun } from '../operation-run.ts';
import { icons } from '../parts/icons.ts';
import { progress } from '../parts/progress.ts';
import { failureLine, failureNotice } from '../parts/query-states.ts';
import { resultLine, undoable } from '../parts/result.ts';
import { Query } from '../query.ts';

type Host = KitElement & { campaignId: number };
type Next = 'releaseUnsent' | 'turnAutoAssignOn';
type Step = { label: string; deed: string; why: string; refusal: string | null; done: boolean; act: () => void };

const names: Next[] = ['releaseUnsent', 'turnAutoAssignOn'];

/**
 * What comes after the mark: give the conversations back to the pool, and let the request form offer the pool.
 *
 * @csspart next - The button of a step that comes after the mark.
 */
export class NextSteps implements ReactiveController {
  #host: Host;
  #menu: Query<CampaignMenu>;
  #runs: Record<Next, OperationRun>;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
    this.#menu = new Query(host, (api, signal) =>
      !host.campaignId ? null : api.campaigns.menu.query({ campaignId: host.campaignId }, { signal }),
    );
    this.#runs = { releaseUnsent: this.#newRun('releaseUnsent'), turnAutoAssignOn: this.#newRun('turnAutoAssignOn') };
  }

  hostConnected(): void {}

  /** Asks how things stand in the campaign now. */
  load(): void {
    void this.#menu.run();
  }

  forget(): void {
    this.#menu.reset();
    for (const run of Object.values(this.#runs)) run.reset();
  }

  /** What the campaign is called now, as far as it was asked since the mark. */
  get title(): string | null {
    return this.#menu.value?.campaign.title ?? null;
  }

  /** The release, or its undo, is under way. */
  get releasing(): boolean {
    const run = this.#runs.releaseUnsent;
    return run.running || run.starting;
  }

  /** The release has changed what the mark changed: it has to be undone first, unless the server will not have that. */
  get released(): boolean {
    return this.#inForce('releaseUnsent') && !this.#runs.releaseUnsent.error?.reason;
  }

  /** What follows the mark; after the mark is undone only what is still in force, so that its undo stays at hand. */
  render(marked: boolean): TemplateResult | typeof nothing {
    const say = this.#host.say.bind(this.#host);
    const shown = names.filter(name => marked || this.#runs[name].running || this.#inForce(name));
    if (shown.length === 0) return nothing;
    const menu = this.#menu.value;
    if (!menu) return this.#waiting();
    const unsent = menu.actions.find(({ name }) => name === 'releaseUnsent');
    const count = unsent?.count ?? 0;
    const refusal = unsent?.refusal ?? null;
    const on = menu.campaign.autoAssign === true;
    const off = menu.actions.find(({ name }) => name === 'turnAutoAssignOn')?.refusal ?? null;
    const all: Record<Next, Step> = {
      releaseUnsent: {
        label: say('releaseUnsent.label'),
        deed: count > 0 ? say('releaseUnsent.deed', { count }) : say('releaseUnsent.label'),
        why: count > 0 ? say('secondPass.result.releaseWhy', { count }) : say('secondPass.result.released'),
        refusal: refusal ? say(refusal.reason, refusal.values) : count === 0 ? say('secondPass.result.released') : null,
        done: count === 0,
        act: () => this.#run('releaseUnsent', count),
      },
      turnAutoAssignOn: {
        label: say('turnAutoAssignOn.label'),
        deed: say('turnAutoAssignOn.deed'),
        why: say(on ? 'secondPass.result.autoOn' : 'secondPass.result.autoWhy'),
        refusal: off ? say(off.reason, off.values) : on ? say('refusal.autoAssignIsOn') : null,
        done: on,
        act: () => this.#run('turnAutoAssignOn', null),
      },
    };
    return html`<section class="next" aria-labelledby="next-title">
      <h3 id="next-title">${say(marked ? 'secondPass.result.next' : 'secondPass.result.inForce')}</h3>
      <ol>
        ${shown.map(name => this.#step(name, all[name]))}
      </ol>
    </section>`;
  }

  /** As tall as the steps will be; nothing is said of a campaign that is not known yet. */
  #waiting(): TemplateResult {
    const { error } = this.#menu;
    if (error) return html`<section class="next">${failureNotice(this.#host, error, () => this.load())}</section>`;
    const bones = html`<li>
      <span class="mark"></span>
      <div class="what">
        <p><span class="bone"></span></p>
        <p><span class="bone long"></span></p>
      </div>
    </li>`;
    return html`<section class="next" aria-busy="true">
      <h3>${this.#host.say('secondPass.result.next')}</h3>
      <ol aria-hidden="true">
        ${bones}${bones}
      </ol>
    </section>`;
  }

  #step(name: Next, shown: Step): TemplateResult {
    const run = this.#runs[name];
    const { operation, error } = run;
    const ended = operation && operation.state !== 'running' ? operation : null;
    const said = ended ? resultLine(this.#host, ended) : shown.why;
    const off = run.starting || shown.refusal !== null;
    return html`<li>
      <span class="mark ${shown.done ? 'good' : ''}">${shown.done ? icons.check : nothing}</span>
      <div class="what">
        <p class="strong">${shown.label}</p>
        ${
          run.running && operation
            ? progress(this.#host, operation, run.pace, null)
            : html`<p id="${name}-why" class="muted small number" role=${ended ? 'status' : nothing}>${said}</p>`
        }
        ${error ? html`<p class="problem" role="alert">${failureLine(this.#host, error)}</p>` : nothing}
      </div>
      ${
        run.running
          ? nothing
          : this.#inForce(name)
            ? html`<button
                id="undo-${name}"
                class="button quiet"
                part="undo"
                type="button"
                aria-label=${this.#host.say('history.undoName', { action: shown.label })}
                aria-disabled=${run.starting ? 'true' : nothing}
                @click=${() => void run.undo()}
              >
                ${icons.undo}${this.#host.say('common.undo')}
              </button>`
            : shown.done
              ? nothing
              : html`<button
                  class="button number"
                  part="next"
                  type="button"
                  aria-disabled=${off ? 'true' : nothing}
                  aria-describedby="${name}-why"
                  @click=${() => {
                    if (!off) shown.act();
                  }}
                >
                  ${shown.deed}
                </button>`
      }
    </li>`;
  }

  #inForce(name: Next): boolean {
    const { operation } = this.#runs[name];
    return operation?.kind === name && operation.state !== 'running' && undoable(operation);
  }

  #run(name: Next, previewed: number | null): void {
    const { campaignId } = this.#host;
    if (!campaignId || !this.#host.dispatchEvent(new ActionRequestEvent(name, null))) return;
    const action = name === 'releaseUnsent' ? { name, input: {} } : { name, input: {} };
    void this.#runs[name].start(JSON.stringify([campaignId, name, previewed]), (api, requestKey) =>
      api.campaigns.runAction.mutate({ campaignId, action, previewed, requestKey }),
    );
  }

  async #bringIntoSight(name: Next): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector(`#undo-${name}`)?.scrollIntoView({ block: 'nearest' });
  }

  #newRun(name: Next): OperationRun {
    const run: OperationRun = new OperationRun(this.#host, {
      end: operation => {
        this.load();
        void this.#bringIntoSight(name);
        this.#host.dispatchEvent(new ActionSuccessEvent(operation, () => run.undo()));
      },
      error: error => {
        this.load();
        this.#host.dispatchEvent(new ActionErrorEvent(name, error));
      },
    });
    return run;
  }
}
