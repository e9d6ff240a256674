import type { EntryView, PhoneView, Summary } from '../../control/views.ts';
import { api } from './api.ts';
import { initialsOf } from './cards.ts';
import { byId, hueOf, make, readable, timeOf, write } from './dom.ts';

/** The phone that is open: who it belongs to, its texts, and a place to type. */
export type Device = {
  open: (number: string) => Promise<void>;
  /** Shows what is new on it, if it is among these. */
  freshen: (numbers: readonly string[]) => void;
  show: (summary: Summary, personalities: Record<string, string>) => void;
};

const quickTexts = ['Yes', 'No', 'Who is this?', '👍', 'STOP', 'HELP', 'START', 'please stop texting me'];

export function createDevice(opened: (number: string) => void): Device {
  const [thread, text, to] = [byId('thread'), byId<HTMLTextAreaElement>('text'), byId<HTMLSelectElement>('to')];
  const [who, answers] = [byId<HTMLSelectElement>('personality'), byId<HTMLInputElement>('answers')];
  const problem = byId('problem');
  let number = '';
  let [asking, again] = [false, false];

  async function open(chosen: string) {
    number = chosen;
    thread.replaceChildren();
    write(problem, '');
    opened(chosen);
    await load();
  }

  /** One question at a time; what happens meanwhile is asked for once afterwards. */
  async function load(): Promise<void> {
    if (asking) return void (again = true);
    asking = true;
    const phone = await api.phone(number).catch(() => null);
    asking = false;
    if (phone && phone.number === number) show(phone);
    if (!again) return;
    again = false;
    return load();
  }

  function show(phone: PhoneView) {
    const avatar = byId('avatar');
    avatar.className = `avatar ${hueOf(phone.number)}`;
    write(avatar, initialsOf(phone.name));
    write(byId('device-name'), phone.name);
    write(byId('device-number'), readable(phone.number) + (phone.blocked ? ' · opted out' : ''));
    byId('device-settings').hidden = byId('composer').hidden = false;
    who.value = phone.personality;
    answers.checked = phone.answers;
    const atEnd = thread.scrollHeight - thread.scrollTop - thread.clientHeight < 60;
    thread.replaceChildren(...phone.thread.map(bubble));
    const lastOther = phone.thread.at(-1)?.other;
    if (lastOther && document.activeElement !== to) to.value = lastOther;
    if (atEnd) thread.scrollTop = thread.scrollHeight;
  }

  async function send(body: string) {
    if (!body.trim()) return;
    write(problem, '');
    try {
      await api.text(number, to.value, body);
      if (body === text.value) text.value = '';
      await load();
      thread.scrollTop = thread.scrollHeight;
    } catch (error) {
      write(problem, (error as Error).message);
    }
  }

  byId('composer').addEventListener('submit', event => {
    event.preventDefault();
    void send(text.value);
  });
  text.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send(text.value);
  });
  byId('quick').append(
    ...quickTexts.map(words => {
      const button = make('button', '', words);
      button.type = 'button';
      button.addEventListener('click', () => void send(words));
      return button;
    }),
  );
  who.addEventListener('change', () => void api.changePhone(number, { personality: who.value }));
  answers.addEventListener('change', () => void api.changePhone(number, { answers: answers.checked }));

  return {
    open,
    freshen: numbers => void (numbers.includes(number) && load()),
    show: ({ numbers }, personalities) => {
      fill(who, Object.entries(personalities));
      fill(
        to,
        numbers.filter(({ sms }) => sms).map(({ phoneNumber }) => [phoneNumber, readable(phoneNumber)]),
      );
    },
  };
}

function fill(select: HTMLSelectElement, options: readonly (readonly [string, string])[]): void {
  if ([...select.options].map(({ value }) => value).join() === options.map(([value]) => value).join()) return;
  const chosen = select.value;
  select.replaceChildren(...options.map(([value, words]) => new Option(words, value)));
  if (chosen) select.value = chosen;
}

function bubble(entry: EntryView): HTMLLIElement {
  const { theirs, body, media, at, segments, other } = entry;
  const pictures = media.map(url => {
    const picture = make('img', '');
    picture.src = url;
    picture.alt = 'A picture';
    return picture;
  });
  const facts = `${timeOf(at)} · ${theirs ? `to ${readable(other)}` : readable(other)}${segments > 1 ? ` · ${segments} segments` : ''}`;
  const item = make('li', theirs ? 'bubble theirs' : 'bubble', ...pictures, body ? make('p', '', body) : null);
  item.append(make('small', '', facts));
  return item;
}
