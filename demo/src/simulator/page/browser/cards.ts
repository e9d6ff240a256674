import type { EntryView, PhoneView } from '../../control/views.ts';
import { byId, hueOf, make, minuteOf, readable, write } from './dom.ts';

type Card = { item: HTMLLIElement; button: HTMLButtonElement; show: (phone: PhoneView) => void };

/** The phones as cards, the last used first; a card that is there is changed and not made anew. */
export type Cards = {
  /** Shows these phones and no others. */
  replace: (phones: readonly PhoneView[]) => void;
  /** Brings these to the front. */
  freshen: (phones: readonly PhoneView[]) => void;
  choose: (number: string) => void;
};

const mostCards = 60;

export function createCards(personalities: () => Record<string, string>, open: (number: string) => void): Cards {
  const list = byId('cards');
  const cards = new Map<string, Card>();
  let chosen = '';

  function card(number: string): Card {
    const known = cards.get(number);
    if (known) return known;
    const made = createCard(number, personalities, () => open(number));
    made.button.setAttribute('aria-pressed', String(number === chosen));
    cards.set(number, made);
    return made;
  }

  function replace(phones: readonly PhoneView[]) {
    cards.clear();
    list.replaceChildren(
      ...phones.slice(0, mostCards).map(phone => {
        const { item, show } = card(phone.number);
        show(phone);
        return item;
      }),
    );
  }

  function freshen(phones: readonly PhoneView[]) {
    // Under the pointer or the keyboard nothing may move away: there the cards stay where they are.
    const held = list.matches(':hover, :focus-within');
    for (const phone of phones) {
      const { item, show } = card(phone.number);
      show(phone);
      if (!item.isConnected || !held) list.prepend(item);
    }
    while (list.childElementCount > mostCards) {
      const last = list.lastElementChild as HTMLElement;
      cards.delete(last.dataset.number as string);
      last.remove();
    }
  }

  function choose(number: string) {
    cards.get(chosen)?.button.setAttribute('aria-pressed', 'false');
    chosen = number;
    cards.get(chosen)?.button.setAttribute('aria-pressed', 'true');
  }

  list.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const buttons = [...list.querySelectorAll('button')];
    const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step];
    if (next) event.preventDefault();
    next?.focus();
  });
  return { replace, freshen, choose };
}

function createCard(number: string, personalities: () => Record<string, string>, open: () => void): Card {
  const name = make('span', 'name');
  const time = make('time', '');
  const kind = make('span', 'kind');
  const lines = make('span', 'lines');
  const avatar = make('span', `avatar ${hueOf(number)}`);
  avatar.setAttribute('aria-hidden', 'true');
  const head = make(
    'span',
    'card-head',
    avatar,
    make('span', 'who', name, make('span', 'number', readable(number))),
    time,
  );
  const button = make('button', 'card', head, lines, kind);
  button.type = 'button';
  button.addEventListener('click', open);
  const item = make('li', '', button);
  item.dataset.number = number;

  function show(phone: PhoneView) {
    write(name, phone.name);
    write(avatar, initialsOf(phone.name));
    write(time, phone.lastAt ? minuteOf(phone.lastAt) : '');
    write(kind, phone.blocked ? 'Opted out' : phone.answers ? (personalities()[phone.personality] ?? '') : 'By hand');
    kind.classList.toggle('blocked', phone.blocked);
    const shown = phone.thread.slice(-2);
    lines.replaceChildren(
      ...shown.map(entry => make('span', entry.theirs ? 'line theirs' : 'line', make('span', '', wordsOf(entry)))),
    );
  }
  return { item, button, show };
}

/** What stands for a text in one line. */
export function wordsOf({ body, media }: EntryView): string {
  return body || (media.length > 0 ? 'A picture' : 'An empty text');
}

export function initialsOf(name: string): string {
  return name
    .split(' ')
    .map(part => part[0] ?? '')
    .join('');
}
