import type { ReactiveController } from 'lit';
import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import type { FilterNames as Found } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { Query } from '../query.ts';

type Field = 'campaigns' | 'texters' | 'tags';
type Named = { id: number; name: string };

const fields: readonly Field[] = ['campaigns', 'texters', 'tags'];

/** What the campaigns, texters and tags of a filter are called: from where they were chosen, else the server is asked. */
export class FilterNames implements ReactiveController {
  readonly known: Record<Field, Map<number, string>> = { campaigns: new Map(), texters: new Map(), tags: new Map() };
  #host: KitElement & { filter: ReviewFilter };
  #query: Query<Found>;
  #asked = '';
  #read: Found | undefined;

  constructor(host: KitElement & { filter: ReviewFilter }) {
    this.#host = host;
    host.addController(this);
    this.#query = new Query(host, (api, signal) => api.review.names.query({ filter: this.#host.filter }, { signal }));
  }

  hostUpdate(): void {
    const { value } = this.#query;
    if (value && value !== this.#read) {
      this.#read = value;
      for (const { id, title } of value.campaigns) this.learn('campaigns', { id, name: title });
      for (const field of ['texters', 'tags'] as const) for (const one of value[field]) this.learn(field, one);
    }
    const { filter } = this.#host;
    const missing = fields.flatMap(field =>
      (filter[field] ?? []).filter(id => !this.known[field].has(id)).map(id => `${field} ${id}`),
    );
    const asked = missing.join();
    if (missing.length === 0 || asked === this.#asked || !this.#host.kit) return;
    this.#asked = asked;
    void this.#query.run();
  }

  learn(field: Field, { id, name }: Named): void {
    this.known[field].set(id, name);
  }
}
