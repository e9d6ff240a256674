import { asks, longest } from '@campaign-kit/shared/message-actions/asks';
import { html, nothing, type TemplateResult } from 'lit';
import type { Operation } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { closeButton } from '../parts/close-button.ts';
import { icons } from '../parts/icons.ts';
import { preview } from '../parts/preview.ts';
import { progress } from '../parts/progress.ts';
import { failureNotice, notice, queryStates, sessionNotice } from '../parts/query-states.ts';
import { result, undoable } from '../parts/result.ts';
import { sum } from '../parts/sum.ts';
import type { MessageAction } from './message-action.ts';

type Content = TemplateResult | typeof nothing;

/** What is asked, how far it is, or what it did. */
export function messageActionBody(host: KitElement, action: MessageAction): TemplateResult {
  const { operation } = action.run;
  const ran = operation && operation.state !== 'running';
  return html`<div class="stack">
    ${ran ? ended(host, action, operation) : html`<div class="stack" ?inert=${operation !== null}>${asking(host, action)}</div>`}
    ${failure(host, action)}
  </div>`;
}

/** The one button that does it, and what stands beside it. `leave` closes what it is shown in, where that can be closed. */
export function messageActionFooter(host: KitElement, action: MessageAction, leave: (() => void) | null): Content {
  const { operation, pace } = action.run;
  if (operation?.state === 'running') {
    return html`<div class="wide">${progress(host, operation, pace, () => void action.run.cancel())}</div>`;
  }
  if (operation) {
    if (action.aside || !leave) return closeButton(host.say('messageAction.back'), () => action.back(), { main: true });
    return closeButton(host.say('common.done'), leave, { main: true, autofocus: true });
  }
  const beside = action.aside
    ? closeButton(host.say('common.back'), () => action.back())
    : leave
      ? closeButton(host.say('common.cancel'), leave)
      : nothing;
  const unassign =
    action.name === 'reassign'
      ? html`<button class="button quiet first" part="button" type="button" @click=${() => action.unassign()}>
          ${host.say('unassign.label')}
        </button>`
      : nothing;
  return html`${unassign}${beside}${mainButton(host, action)}`;
}

function mainButton(host: KitElement, action: MessageAction): TemplateResult {
  const { value, old } = action.preview;
  const off = !value?.count || old || action.run.starting;
  return html`<button
    class="button main number"
    part="main"
    type="button"
    ?autofocus=${asks[action.name] === 'nothing'}
    aria-disabled=${off ? 'true' : 'false'}
    @click=${() => action.start()}
  >
    ${deed(host, action)}
  </button>`;
}

function deed(host: KitElement, { name, run, preview: counted, target }: MessageAction): string {
  if (run.starting) return host.say('progress.starting');
  const { value, old } = counted;
  if (!value || old) return host.say(`${name}.label`);
  const { count, total } = value;
  if (count === 0) return host.say('preview.none');
  if (name !== 'reassign' || count !== total) return host.say(`${name}.deed`, { count });
  return host.say(target.ids ? 'reassign.deedTicked' : 'reassign.deedAll', { count });
}

function asking(host: KitElement, action: MessageAction): TemplateResult {
  const { name, releasing, moved } = action;
  const lead = releasing ? host.say('texters.releaseHelp', { name: releasing.name }) : host.say(`${name}.help`);
  return html`<p class="muted">${lead}</p>
    ${releasing ? nothing : which(host, action)} ${settings(host, action)}
    ${moved ? notice(icons.info, html`<span class="number">${host.say('preview.moved', moved)}</span>`) : nothing}
    ${counted(host, action)}`;
}

/** The ticked ones, or all that match. */
function which(host: KitElement, action: MessageAction): Content {
  const { ticked, matches, all } = action;
  if (ticked === null || matches === null || matches <= ticked) return nothing;
  const choice = (label: string, on: boolean, mean: boolean) =>
    html`<label class="choice" part="choice">
      <input type="radio" name="which" .checked=${on} @change=${() => action.meanAll(mean)} />
      <span class="number">${label}</span>
    </label>`;
  return html`<fieldset class="field">
    <legend>${host.say('messageAction.which')}</legend>
    ${choice(host.say('messageAction.ticked', { count: ticked }), !all, false)}
    ${choice(host.say('messageAction.all', { count: matches }), all, true)}
  </fieldset>`;
}

function settings(host: KitElement, action: MessageAction): Content {
  const asked = asks[action.name];
  if (asked === 'texters') return action.texters.render(parts(action));
  if (asked === 'nothing') return nothing;
  const tag = asked === 'tag';
  const problem = action.empty ? host.say(tag ? 'tag.empty' : 'texting.reasonEmpty') : '';
  const typed = (event: Event) => action.type(asked, (event.target as HTMLInputElement).value);
  return html`<div class="field">
    <label for="asked">${host.say(tag ? 'tag.name' : 'texting.reason')}</label>
    ${
      tag
        ? html`<input
            class="input"
            part="input"
            id="asked"
            dir="auto"
            autocomplete="off"
            autofocus
            maxlength=${longest.tag}
            aria-invalid=${action.empty ? 'true' : 'false'}
            aria-describedby="asked-problem"
            .value=${action.typed.tag}
            @input=${typed}
            @keydown=${(event: KeyboardEvent) => {
              if (event.key === 'Enter' && !event.isComposing && !event.repeat) action.start();
            }}
          />`
        : html`<textarea
            class="input"
            part="input"
            id="asked"
            dir="auto"
            rows="3"
            autofocus
            maxlength=${longest.reason}
            aria-invalid=${action.empty ? 'true' : 'false'}
            aria-describedby="asked-problem"
            .value=${action.typed.reason}
            @input=${typed}
          ></textarea>`
    }
    <span class="problem" id="asked-problem" aria-live="polite">${problem}</span>
  </div>`;
}

/** What each of the chosen texters gets, as the server would deal it out. */
function parts({ texters, preview: { value, old } }: MessageAction): number[] | null {
  if (old || !value?.split) return null;
  const gets = new Map(value.split.map(one => [one.texterId, one.gets]));
  return texters.chosen.map(({ id }) => gets.get(id) ?? 0);
}

function counted(host: KitElement, action: MessageAction): Content {
  const { name, about } = action;
  const { value, waiting, stale, old, error } = action.preview;
  if (value) {
    return preview(host, {
      preview: value,
      caption: host.say(`${name}.caption`, { count: value.count }),
      waiting,
      stale,
      old,
    });
  }
  if (name !== 'reassign' || action.texters.chosen.length > 0) {
    return error || action.run.error
      ? queryStates(host, action.preview, { skeleton: nothing, ready: () => nothing })
      : skeleton(host);
  }
  if (about === null) return skeleton(host);
  return html`<div class="preview" part="preview">
    <p class="sum" role="status">${sum(host, host.say('messageAction.about', { count: about }), about)}</p>
  </div>`;
}

const skeleton = (host: KitElement) => preview(host, { preview: undefined, caption: '', waiting: true, stale: false });

function ended(host: KitElement, action: MessageAction, operation: Operation): TemplateResult {
  const { run, undone, shown } = action;
  return result(host, {
    operation,
    undone: undone?.kind,
    previewed: operation.kind === 'undo' ? null : shown,
    undo: undoable(operation)
      ? {
          label: host.say(run.starting ? 'result.undoing' : 'common.undo'),
          waiting: run.starting,
          run: () => action.undo(operation),
        }
      : undefined,
  });
}

function failure(host: KitElement, action: MessageAction): Content {
  const { error, operation } = action.run;
  const counting = !operation && !action.preview.value;
  const over = counting ? nothing : sessionNotice(host);
  if (over !== nothing || !error) return over;
  return failureNotice(host, error, operation ? null : () => action.start());
}
