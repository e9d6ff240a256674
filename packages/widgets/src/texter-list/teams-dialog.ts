import { html, nothing, type TemplateResult } from 'lit';
import type { ListedTexter, Team } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { KitError, isAbort } from '../kit-error.ts';
import { closeButton } from '../parts/close-button.ts';
import { Dialog } from '../parts/dialog.ts';
import { failureLine, failureNotice } from '../parts/query-states.ts';
import type { Said } from '../parts/said-toast.ts';
import { Query } from '../query.ts';

type Member = Pick<ListedTexter, 'id' | 'name'>;
type Ids = ReadonlySet<number>;
type Tell = (texterId: number, said: Said) => void;

/** Puts a texter on teams and takes them off; what others have changed meanwhile stays as it is. */
export class TeamsDialog {
  #host: KitElement;
  #tell: Tell;
  #teams: Query<readonly Team[]>;
  #dialog: Dialog;
  #texter: Member = { id: 0, name: '' };
  #had: Ids = new Set<number>();
  #wanted = new Set<number>();
  #busy = false;
  #error: KitError | null = null;

  constructor(host: KitElement, tell: Tell) {
    this.#host = host;
    this.#tell = tell;
    this.#dialog = new Dialog(host, { id: 'teams' });
    this.#teams = new Query(host, (api, signal) => api.texters.teams.query(undefined, { signal }));
    host.addController({ hostConnected: () => void this.#teams.run() });
  }

  /** Whether there is any team to be on. */
  get any(): boolean {
    return (this.#teams.value?.length ?? 0) > 0;
  }

  ask({ id, name, teams }: ListedTexter): void {
    if (!this.#busy) {
      this.#texter = { id, name };
      this.#had = new Set(teams.map(team => team.id));
      this.#wanted = new Set(this.#had);
      this.#error = null;
      void this.#teams.run();
    }
    this.#dialog.show();
  }

  render(): TemplateResult {
    const say = this.#host.say.bind(this.#host);
    return this.#dialog.render({
      title: say('texterList.teams'),
      about: this.#texter.name,
      closeLabel: say('common.close'),
      body: html`<div class="stack">
        <p class="muted">${say('texterList.teamsHelp')}</p>
        <div class="stack">${this.#teams.value?.map(team => this.#choice(team))}</div>
        ${this.#error ? failureNotice(this.#host, this.#error, () => void this.#save()) : nothing}
      </div>`,
      footer: html`${closeButton(say('common.cancel'), () => this.#dialog.close())}
        <button
          class="button main"
          part="main"
          type="button"
          aria-disabled=${this.#busy || !this.#changes(this.#had, this.#wanted).length ? 'true' : 'false'}
          @click=${() => void this.#save()}
        >
          ${say('review.save')}
        </button>`,
    });
  }

  #choice({ id, name }: Team): TemplateResult {
    return html`<label class="choice" part="choice">
      <input
        type="checkbox"
        .checked=${this.#wanted.has(id)}
        @change=${(event: Event) => {
          if ((event.target as HTMLInputElement).checked) this.#wanted.add(id);
          else this.#wanted.delete(id);
          this.#host.requestUpdate();
        }}
      />
      <bdi>${name}</bdi>
    </label>`;
  }

  #changes(from: Ids, to: Ids): readonly Team[] {
    return this.#teams.value?.filter(({ id }) => from.has(id) !== to.has(id)) ?? [];
  }

  async #save(): Promise<void> {
    if (this.#busy || !this.#changes(this.#had, this.#wanted).length) return;
    this.#busy = true;
    this.#error = null;
    this.#host.requestUpdate();
    try {
      await this.#move(this.#texter, this.#had, this.#wanted);
      this.#dialog.close();
    } catch (thrown) {
      if (!isAbort(thrown)) this.#error = KitError.from(thrown);
    }
    this.#busy = false;
    this.#host.requestUpdate();
  }

  async #move(texter: Member, from: Ids, to: Ids): Promise<void> {
    const { kit, locale } = this.#host;
    const { id: texterId, name } = texter;
    for (const { id: teamId } of this.#changes(from, to)) {
      await kit?.ask(api => api.texters.setTeam.mutate({ texterId, teamId, member: to.has(teamId) }));
    }
    const names = this.#teams.value?.filter(({ id }) => to.has(id)).map(team => team.name) ?? [];
    const teams = new Intl.ListFormat(locale).format(names);
    const undo = () =>
      void this.#move(texter, to, from).catch((thrown: unknown) => {
        if (!isAbort(thrown)) this.#tell(texterId, { sentence: failureLine(this.#host, KitError.from(thrown)) });
      });
    const sentence = this.#host.say(teams ? 'texterList.onTeams' : 'texterList.onNoTeam', { name, teams });
    this.#tell(texterId, { sentence, undo });
  }
}
