import type { Summary } from '../../control/views.ts';
import type { Fault, FaultName } from '../../faults.ts';
import { api } from './api.ts';
import { byId, make, numberOf, write } from './dom.ts';

const groups: Record<Fault['group'], string> = {
  api: 'Answers to requests',
  callbacks: 'Status callbacks',
  inbound: 'Replies',
  carrier: 'Carriers',
};

/** A switch for each fault with how often it happens, and how often it did. */
export function createFaults(table: Record<FaultName, Fault>): (summary: Summary) => void {
  const rows = (Object.keys(table) as FaultName[]).map(name => ({
    name,
    group: table[name].group,
    ...row(name, table[name]),
  }));
  byId('faults').replaceChildren(
    ...(Object.keys(groups) as Fault['group'][]).map(group => {
      const set = make('fieldset', '', make('legend', '', groups[group]));
      set.append(...rows.filter(row => row.group === group).map(({ element }) => element));
      return set;
    }),
  );
  byId('no-faults').addEventListener('click', () => {
    void api.faults(Object.fromEntries(rows.map(({ name }) => [name, 0])));
  });
  return summary => {
    for (const { name, show } of rows) show(summary.faults[name], summary.faultCounts[name]);
    const on = rows.filter(({ name }) => summary.faults[name] > 0).length;
    write(byId('faults-on'), on > 0 ? `${on} on` : '');
  };
}

function row(name: FaultName, { label, help, usual }: Fault) {
  const [box, rate, struck] = [make('input'), make('input', 'rate'), make('span', 'struck')];
  box.type = 'checkbox';
  box.setAttribute('role', 'switch');
  rate.type = 'number';
  rate.min = '1';
  rate.max = '100';
  rate.setAttribute('aria-label', `${label}: percent`);
  const words = make('span', '', make('span', 'label', label), make('span', 'help', help));
  const element = make('div', 'fault', make('label', 'switch', box, words), make('span', 'often', rate, '%', struck));
  const often = element.lastElementChild as HTMLElement;

  box.addEventListener('change', () => void api.faults({ [name]: box.checked ? usual : 0 }));
  rate.addEventListener('change', () => {
    const percent = Math.min(100, Math.max(1, Math.round(rate.valueAsNumber) || 1));
    void api.faults({ [name]: percent / 100 });
  });
  function show(given: number, count: number) {
    box.checked = given > 0;
    often.hidden = given === 0;
    if (document.activeElement !== rate) rate.value = String(Math.round(given * 100));
    write(struck, count > 0 ? `${numberOf(count)} ×` : '');
  }
  return { element, show };
}
