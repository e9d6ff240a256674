import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { undoDays } from '@campaign-kit/shared/operation';
import type { WordKey } from '@campaign-kit/shared/words/en';
import type { Preview, SecondPassStart } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { OperationRun } from '../operation-run.ts';
import { icons } from '../parts/icons.ts';
import { progress } from '../parts/progress.ts';
import { failureNotice } from '../parts/query-states.ts';
import { result, undoable } from '../parts/result.ts';
import { sum } from '../parts/sum.ts';
import { readNumber, typedNumber } from '../parts/typed-number.ts';
import { Query } from '../query.ts';
import type { MainButton } from './main-button.ts';
import { evenSplit } from '../parts/even-split.ts';
import { TexterPicker } from '../parts/texter-picker.ts';

type Way = 'assign' | 'delete' | 'goOn';
type Host = KitElement & { campaignId: number };

/** The first screen: what happens to people whose first text would be the reminder. Each way can be undone. */
export class UnsentStep implements ReactiveController {
  way: Way | null = null;
  readonly run: OperationRun;
  #host: Host;
  #onChange: () => void;
  #picker: TexterPicker;
  #deletable: Query<Preview>;
  #typed = '';
  #asked = false;

  /** `onChange` is called when a run has changed what is unsent. */
  constructor(host: Host, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
    this.#picker = new TexterPicker(host);
    this.run = new OperationRun(host, {
      end: () => {
        this.way = null;
        this.#typed = '';
        this.#asked = false;
        onChange();
      },
      error: error => {
        if (error.code === 'conflict') this.#recount();
      },
    });
    this.#deletable = new Query(host, (api, signal) => {
      const { campaignId } = host;
      if (!campaignId) return null;
      return api.campaigns.previewAction.query(
        { campaignId, action: { name: 'deleteUnmessaged', input: {} } },
        { signal },
      );
    });
  }

  hostConnected(): void {}

  forget(): void {
    this.way = null;
    this.#typed = '';
    this.#asked = false;
    this.#picker.forget();
    this.#deletable.reset();
    this.run.reset();
  }

  /** Asks how many can be deleted, once it is known that there are any unsent. */
  load(start: SecondPassStart): void {
    if (start.unsent.count > 0) void this.#deletable.run();
  }

  /** The one main button of the screen as it is now. */
  main({ unsent }: SecondPassStart, goOn: () => void): MainButton {
    const { say } = voice(this.#host);
    if (unsent.count === 0) return { label: say('secondPass.continue'), act: goOn };
    const { inPool, count } = unsent;
    if (this.way === 'assign') {
      return {
        label: say('assignUnsent.deed', { count: inPool }),
        waiting: this.run.starting,
        problem: this.#picker.chosen.length === 0 ? say('texters.chooseSome') : null,
        act: () => this.#assign(inPool),
      };
    }
    if (this.way === 'delete') {
      const deletable = this.#deletable.value?.count ?? 0;
      return {
        label: say('deleteUnmessaged.deed', { count: deletable }),
        danger: true,
        waiting: this.run.starting,
        act: () => this.#delete(deletable),
      };
    }
    if (this.way === 'goOn') return { label: say('secondPass.unsent.continueWith', { count }), act: goOn };
    return { label: say('secondPass.continue'), problem: say('secondPass.unsent.choose'), act: goOn };
  }

  /** One line with a tick where this screen was skipped. */
  skipped({ unsent, pass }: SecondPassStart): TemplateResult | typeof nothing {
    if (unsent.count > 0) return nothing;
    return html`<p class="skipped muted small">
      <span class="mark good">${icons.check}</span>${this.#host.say('secondPass.unsent.none', { pass })}
    </p>`;
  }

  render(start: SecondPassStart): TemplateResult {
    const { say } = voice(this.#host);
    const { unsent, pass } = start;
    if (unsent.count === 0) {
      return html`<div class="stack">
        ${this.#ended()}
        <div class="all-sent">
          <span class="mark good">${icons.check}</span>
          <div>
            <p class="strong">${say('secondPass.unsent.none', { pass })}</p>
            <p class="muted">${say('secondPass.unsent.noneHelp')}</p>
          </div>
        </div>
      </div>`;
    }
    const texters = say('secondPass.unsent.texters', { count: unsent.texters });
    const { assigned, inPool } = unsent;
    const where =
      inPool === unsent.count
        ? say('secondPass.unsent.allInPool')
        : assigned === unsent.count
          ? say('secondPass.unsent.allHeld', { texters })
          : say('secondPass.unsent.where', { assigned, texters, inPool });
    return html`<div class="stack">
      ${this.#ended()}
      <div>
        <p class="sum">${sum(this.#host, say('secondPass.unsent.count', { count: unsent.count }), unsent.count)}</p>
        <p class="muted number">${where}</p>
      </div>
      ${this.run.running ? this.#progress() : this.#ways(start)}
    </div>`;
  }

  #ways({ unsent }: SecondPassStart): TemplateResult {
    const { say } = voice(this.#host);
    const deletable = this.#deletable.value?.count;
    const assignHelp = unsent.inPool > 0 ? 'assignHelp' : 'noneInPool';
    return html`<fieldset class="field ways">
        <legend>${say('secondPass.unsent.question')}</legend>
        ${this.#way('assign', say(`secondPass.unsent.${assignHelp}`, { count: unsent.inPool }), {
          off: unsent.inPool === 0,
          under: () => this.#picker.render(evenSplit(unsent.inPool, this.#picker.chosen.length)),
        })}
        ${this.#way(
          'delete',
          deletable === 0
            ? say('secondPass.unsent.noneToDelete')
            : say('secondPass.unsent.deleteHelp', { count: deletable ?? unsent.count, days: undoDays }),
          { off: deletable === 0, under: () => (deletable ? this.#typing(deletable) : nothing) },
        )}
        ${this.#way(
          'goOn',
          unsent.unmessaged > 0
            ? say('secondPass.unsent.goOnHelp', { count: unsent.unmessaged })
            : say('secondPass.unsent.goOnInstead', { count: unsent.count }),
        )}
      </fieldset>
      ${this.run.error ? failureNotice(this.#host, this.run.error, null) : nothing}`;
  }

  #way(
    way: Way,
    help: string,
    { off = false, under }: { off?: boolean; under?: () => TemplateResult | typeof nothing } = {},
  ): TemplateResult {
    const label = this.#host.say(`secondPass.unsent.${way}` as WordKey);
    const chosen = this.way === way;
    return html`<div class="card ${off ? 'off' : ''} ${chosen ? 'chosen' : ''}" part="choice">
      <label class="choice">
        <input
          type="radio"
          name="way"
          aria-describedby="way-${way}"
          .checked=${chosen}
          ?disabled=${off}
          @change=${() => this.#choose(way)}
        />
        <span>
          <span class="strong">${label}</span>
          <span id="way-${way}" class="hint">${help}</span>
        </span>
      </label>
      ${chosen && under ? html`<div class="under">${under()}</div>` : nothing}
    </div>`;
  }

  #typing(count: number): TemplateResult {
    return typedNumber(this.#host, {
      count,
      value: this.#typed,
      wrong: this.#asked && readNumber(this.#typed) !== count,
      onInput: typed => {
        this.#typed = typed;
        this.#host.requestUpdate();
      },
      onEnter: () => this.#delete(count),
    });
  }

  #progress(): TemplateResult | typeof nothing {
    const { operation, pace } = this.run;
    return operation ? progress(this.#host, operation, pace, () => void this.run.cancel()) : nothing;
  }

  /** What a way that was run has done, and its undo. */
  #ended(): TemplateResult | typeof nothing {
    const { operation } = this.run;
    if (!operation || this.run.running) return nothing;
    const { say } = voice(this.#host);
    const assigned = operation.kind === 'assignUnsent' && operation.done > 0;
    return result(this.#host, {
      operation,
      undo: undoable(operation)
        ? { label: say('common.undo'), run: () => void this.run.undo(), waiting: this.run.starting }
        : undefined,
      next: assigned
        ? html`<p class="muted">
            ${say('secondPass.unsent.assigned', { count: operation.done })} ${say('secondPass.unsent.later')}
          </p>`
        : nothing,
    });
  }

  #choose(way: Way): void {
    this.way = way;
    this.run.error = null;
    if (way === 'assign') this.#picker.load();
    this.#host.requestUpdate();
  }

  #assign(previewed: number): void {
    const { campaignId } = this.#host;
    if (!campaignId) return;
    const texterIds = this.#picker.chosen.map(({ id }) => id);
    const action = { name: 'assignUnsent' as const, input: { texterIds } };
    void this.run.start(JSON.stringify([campaignId, action, previewed]), (api, requestKey) =>
      api.campaigns.runAction.mutate({ campaignId, action, previewed, requestKey }),
    );
  }

  #delete(previewed: number): void {
    const { campaignId } = this.#host;
    const typed = readNumber(this.#typed);
    this.#asked = true;
    this.#host.requestUpdate();
    if (!campaignId || typed !== previewed) return;
    const action = { name: 'deleteUnmessaged' as const, input: {} };
    void this.run.start(JSON.stringify([campaignId, action, previewed]), (api, requestKey) =>
      api.campaigns.runAction.mutate({ campaignId, action, previewed, typed, requestKey }),
    );
  }

  #recount(): void {
    void this.#deletable.run();
    this.#onChange();
  }
}

const voice = (host: Host) => ({ say: host.say.bind(host) });
