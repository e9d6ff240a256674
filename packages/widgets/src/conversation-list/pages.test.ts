import { expect } from '@open-wc/testing';
import { mostTicked } from '@campaign-kit/shared/review-filter';
import { gridDeed } from './grid-keys.ts';
import { Pages } from './pages.ts';
import type { ReviewRow } from '../contract.ts';
import { Selection } from './selection.ts';
import { written } from './written-phone.ts';

const row = (id: number, more: Partial<ReviewRow> = {}): ReviewRow => ({
  id,
  campaign: { id: 1, title: 'Saturday volunteers', archived: false },
  contact: { firstName: 'Rosa', lastName: 'Alvarez', phone: 12025550001 },
  status: 'needsResponse',
  texter: null,
  assistant: false,
  waitingSince: 1,
  lastAt: 1,
  lastMessage: { text: 'Yes', inbound: true, sendStatus: null, reason: null },
  tags: [],
  optedOut: false,
  escalated: false,
  needsAttention: false,
  likelyOptOut: false,
  escalation: null,
  ...more,
});
const page = (ids: readonly number[], next: string | null) => ({ rows: ids.map(id => row(id)), next });
const numbers = (from: number, n: number) => Array.from({ length: n }, (_, at) => from + at);
const none: ReadonlySet<number> = new Set();

const three = () => {
  const pages = new Pages();
  pages.restart(page([1, 2, 3], 'a'), none);
  pages.append(page([4, 5, 6], 'b'));
  pages.append(page([7, 8, 9], null));
  return pages;
};
const shown = (pages: Pages) => pages.ids(0, pages.size);

describe('the pages of a list', () => {
  it('stand one after the other, and know where each conversation is', () => {
    const pages = three();
    expect(shown(pages)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([pages.row(4)?.id, pages.id(8), pages.indexOf(6), pages.indexOf(99)]).to.deep.equal([5, 9, 5, -1]);
    expect([pages.size, pages.more]).to.deep.equal([9, false]);
  });

  it('never show a conversation twice that moved down since it was read', () => {
    const pages = new Pages();
    pages.restart(page([1, 2, 3], 'a'), none);
    pages.append(page([3, 4, 5], 'b'));
    expect(shown(pages)).to.deep.equal([1, 2, 3, 4, 5]);
    expect(pages.next).to.equal('b');
  });

  it('far away are let go of and read again; a list of a hundred thousand holds no more rows than a short one', () => {
    const pages = new Pages();
    pages.restart(page(numbers(0, 100), '1'), none);
    for (let at = 1; at < 1_000; at++) pages.append(page(numbers(at * 100, 100), at === 999 ? null : String(at + 1)));
    pages.keep(50_000, 50_040);
    const held = numbers(0, 1_000).filter(at => pages.held(at));
    expect(held.length).to.be.at.most(20);
    expect(pages.row(0)).to.equal(undefined);
    expect(pages.row(50_020)?.id).to.equal(50_020);
    pages.replace(0, page(numbers(0, 120), 'x'));
    expect(pages.row(0)?.id).to.equal(0);
    expect(pages.size).to.equal(100_000);
  });

  for (const [what, reread, expected] of [
    ['keep what is after them', [4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ['take in what came between', [4, 10, 5, 6, 7], [1, 2, 3, 4, 10, 5, 6, 7, 8, 9]],
    ['lose what is gone', [4, 6, 7], [1, 2, 3, 4, 6, 7, 8, 9]],
    ['end there where too much came between', [10, 11, 12], [1, 2, 3, 10, 11, 12]],
  ] as const) {
    it(`read again ${what}`, () => {
      const pages = three();
      pages.replace(1, page(reread, 'c'));
      expect(shown(pages)).to.deep.equal(expected);
      expect(pages.next).to.equal(expected.length === 6 ? 'c' : null);
    });
  }

  it('mark a reply where it is, and what matches no more, and tell what else there is', () => {
    const pages = three();
    const others = pages.update([2, 3, 5, 20], [row(2, { lastAt: 9 }), row(5), row(20)]);
    expect(shown(pages)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([...pages.marks]).to.deep.equal([
      [2, 'reply'],
      [3, 'gone'],
    ]);
    expect(others.map(({ id }) => id)).to.deep.equal([20]);
    pages.restart(page([20, 1, 2, 4], null), new Set([20]));
    expect([...pages.marks.keys()].sort()).to.deep.equal([2, 20]);
  });
});

describe('a selection', () => {
  it('is some, one by one, or all but some; an action is asked for the same', () => {
    const selection = new Selection();
    const filter = { unassigned: true } as const;
    expect(selection.target(filter)).to.equal(null);
    selection.put([4, 5, 6], true);
    selection.put([5], false);
    expect(selection.target(filter)).to.deep.equal({ filter, ids: [4, 6], except: [] });
    expect([selection.has(4), selection.has(5), selection.count(1_000)]).to.deep.equal([true, false, 2]);
    selection.everything();
    selection.put([7], false);
    expect(selection.target(filter)).to.deep.equal({ filter, ids: null, except: [7] });
    expect([selection.has(4), selection.has(7), selection.count(1_000)]).to.deep.equal([true, false, 999]);
    selection.put([7], true);
    expect(selection.count(1_000)).to.equal(1_000);
    selection.clear();
    expect(selection.empty).to.equal(true);
  });

  it('takes no more one by one than can be told the server', () => {
    const selection = new Selection();
    expect(selection.put(numbers(1, mostTicked), true)).to.equal(true);
    expect(selection.put([mostTicked + 1], true)).to.equal(false);
    expect(selection.count(0)).to.equal(mostTicked);
  });
});

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  gridDeed({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }, 10, false);

describe('the keys of the grid', () => {
  for (const [key, held, deed] of [
    ['ArrowDown', {}, { to: 'row', by: 1, extends: false }],
    ['ArrowUp', { shiftKey: true }, { to: 'row', by: -1, extends: true }],
    ['PageDown', {}, { to: 'row', by: 10, extends: false }],
    ['End', { ctrlKey: true }, { to: 'end', last: true, extends: false }],
    ['Home', {}, { to: 'edge', last: false }],
    ['ArrowRight', {}, { to: 'column', by: 1 }],
    [' ', { shiftKey: true }, { to: 'tick', range: true }],
    ['a', { metaKey: true }, { to: 'all' }],
    ['Enter', {}, { to: 'open' }],
    ['a', {}, null],
    ['ArrowDown', { altKey: true }, null],
    ['Tab', {}, null],
  ] as const) {
    it(`${Object.keys(held).join()} ${key}`, () => expect(press(key, held)).to.deep.equal(deed));
  }

  it('go the other way where one reads from right to left', () => {
    const pressed = { key: 'ArrowLeft', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    expect(gridDeed(pressed, 10, true)).to.deep.equal({ to: 'column', by: 1 });
  });
});

it('a phone is written as people write it', () => {
  expect([written(12025550001), written(442071838750)]).to.deep.equal(['(202) 555-0001', '+442071838750']);
});
