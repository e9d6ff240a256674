import type { Change } from '../../control/live.ts';
import type { PhoneView, Summary } from '../../control/views.ts';
import type { Fault, FaultName } from '../../faults.ts';

export type State = {
  summary: Summary;
  phones: PhoneView[];
  faultTable: Record<FaultName, Fault>;
  personalities: Record<string, string>;
};

/** Asks the control API; throws with the reason that it gives. */
async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`/control${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const given = (await answer.json()) as T & { error?: string };
  if (!answer.ok) throw new Error(given.error ?? `The simulator answered ${answer.status}.`);
  return given;
}

const phonePath = (number: string) => `/phones/${encodeURIComponent(number)}`;

/** What the page asks the simulator to do. */
export const api = {
  state: () => ask<State>('GET', '/state'),
  phones: (search: string) => ask<PhoneView[]>('GET', `/phones?search=${encodeURIComponent(search)}`),
  phone: (number: string) => ask<PhoneView>('GET', phonePath(number)),
  changePhone: (number: string, changed: object) => ask<PhoneView>('PATCH', phonePath(number), changed),
  text: (number: string, to: string, body: string) => ask('POST', `${phonePath(number)}/texts`, { to, body }),
  faults: (changed: object) => ask('PATCH', '/faults', changed),
  settings: (changed: object) => ask('PATCH', '/settings', changed),
  reset: () => ask('POST', '/reset', {}),
};

/** Follows what happens; `back` is called after every time that the connection had been lost. */
export function follow(on: { change: (change: Change) => void; back: () => void; lost: () => void }): void {
  const events = new EventSource('/control/events');
  events.addEventListener('open', on.back);
  events.addEventListener('error', on.lost);
  events.addEventListener('change', event => on.change(JSON.parse((event as MessageEvent<string>).data) as Change));
}
