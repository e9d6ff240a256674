import type { Summary } from '../../control/views.ts';
import { byId, make, numberOf, timeOf, write } from './dom.ts';

type Figure = { label: string; of: (summary: Summary) => number; bad?: boolean };

const figures: readonly Figure[] = [
  { label: 'Accepted', of: ({ counts }) => counts.accepted },
  { label: 'Refused', of: ({ counts }) => counts.refused, bad: true },
  { label: 'Delivered', of: ({ counts }) => counts.delivered },
  { label: 'Undelivered', of: ({ counts }) => counts.undelivered, bad: true },
  { label: 'Failed', of: ({ counts }) => counts.failed, bad: true },
  { label: 'Replies', of: ({ counts }) => counts.inbound },
  { label: 'Callbacks', of: ({ counts }) => counts.callbacks },
  { label: 'Webhooks failed', of: ({ counts }) => counts.callbacksFailed + counts.inboundFailed, bad: true },
];

/** The figures along the top, and the log. */
export function createCounts(): (summary: Summary) => void {
  const shown = figures.map(({ label, of, bad }) => {
    const figure = make('dd', '');
    byId('counts').append(make('div', '', make('dt', '', label), figure));
    return (summary: Summary) => {
      const value = of(summary);
      write(figure, numberOf(value));
      figure.classList.toggle('bad', Boolean(bad) && value > 0);
    };
  });
  let lastNotes = '';

  return summary => {
    for (const show of shown) show(summary);
    const { notes, phoneCount, messages } = summary;
    write(byId('phone-count'), phoneCount > 0 ? numberOf(phoneCount) : '');
    const newest = `${notes.length} ${notes[0]?.at ?? ''} ${messages.forgotten}`;
    if (newest === lastNotes) return;
    lastNotes = newest;
    const items = notes.map(({ at, level, code, words }) =>
      make('li', level, make('time', '', timeOf(at)), make('code', '', String(code)), make('span', '', words)),
    );
    if (messages.forgotten > 0) {
      const words = `${numberOf(messages.forgotten)} old messages are forgotten; ${numberOf(messages.cap)} are kept.`;
      items.unshift(make('li', 'warning', make('span', '', words)));
    }
    if (items.length === 0) items.push(make('li', 'none', 'Nothing to complain of.'));
    byId('notes').replaceChildren(...items);
  };
}
