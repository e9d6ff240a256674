import type { Summary } from '../../control/views.ts';
import { api, follow, type State } from './api.ts';
import { createCards } from './cards.ts';
import { createCounts } from './counts.ts';
import { createDevice } from './device.ts';
import { byId, write } from './dom.ts';
import { createFaults } from './faults.ts';

const [search, answering, pace] = [
  byId<HTMLInputElement>('search'),
  byId<HTMLInputElement>('answering'),
  byId<HTMLSelectElement>('pace'),
];
let personalities: Record<string, string> = {};

const device = createDevice(number => {
  cards.choose(number);
  history.replaceState(null, '', `#${number}`);
});
const cards = createCards(
  () => personalities,
  number => void device.open(number),
);
const showCounts = createCounts();
let showFaults: ((summary: Summary) => void) | null = null;

function show(summary: Summary) {
  showCounts(summary);
  showFaults?.(summary);
  device.show(summary, personalities);
  answering.checked = summary.settings.answering;
  const usual = String(summary.settings.answerMs);
  if (![...pace.options].some(({ value }) => value === usual))
    pace.append(new Option(`${Number(usual) / 1_000} seconds`, usual));
  if (document.activeElement !== pace) pace.value = usual;
}

/** The whole state: at the beginning, after a lost connection and after starting over. */
async function begin() {
  const state: State = await api.state();
  personalities = state.personalities;
  showFaults ??= createFaults(state.faultTable);
  show(state.summary);
  await find();
}

async function find() {
  const words = search.value.trim();
  const found = await api.phones(words);
  if (words !== search.value.trim()) return;
  cards.replace(found);
  const empty = byId('no-phones');
  empty.hidden = found.length > 0;
  write(
    empty,
    words
      ? 'No phone has this name or number. Press Enter to open the number.'
      : 'No phone has been texted yet. Send a text through the API, or write a number above and press Enter.',
  );
}

/** The phone that the address names, so that a reload and a link come back to it. */
async function openNamed() {
  if (/^#\+\d+$/.test(location.hash)) await device.open(location.hash.slice(1));
}

search.addEventListener('input', () => void find());
search.addEventListener('keydown', event => {
  const words = search.value.trim();
  if (event.key !== 'Enter' || words === '') return;
  void api
    .phone(words)
    .then(({ number }) => device.open(number))
    .catch(() => byId('cards').querySelector('button')?.click());
});
document.addEventListener('keydown', event => {
  if (event.key !== '/' || (event.target as HTMLElement).matches('input, textarea, select')) return;
  event.preventDefault();
  search.focus();
});
answering.addEventListener('change', () => void api.settings({ answering: answering.checked }));
pace.addEventListener('change', () => void api.settings({ answerMs: Number(pace.value) }));
byId('reset').addEventListener('click', () => void api.reset().then(() => location.reload()));

const live = byId('live');
follow({
  change: ({ summary, phones }) => {
    show(summary);
    const isSearching = search.value.trim() !== '';
    if (!isSearching) cards.freshen(phones);
    if (phones.length > 0 && !isSearching) byId('no-phones').hidden = true;
    device.freshen(phones.map(({ number }) => number));
  },
  back: () => {
    live.dataset.state = 'on';
    write(live, 'Live');
    void begin().then(openNamed);
  },
  lost: () => {
    live.dataset.state = 'off';
    write(live, 'Not connected');
  },
});
