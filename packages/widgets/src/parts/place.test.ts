import { expect } from '@open-wc/testing';
import { placeBeside } from './place.ts';

const view = { inlineSize: 800, blockSize: 600 };
const anchor = (left: number, top: number) => ({ left, right: left + 32, top, bottom: top + 32 });

describe('a box beside its anchor', () => {
  for (const [where, at, size, rtl, expected] of [
    ['under it, ends aligned', anchor(700, 40), [300, 200], false, { left: 432, top: 76, above: false }],
    [
      'under it, ends aligned, from right to left',
      anchor(100, 40),
      [300, 200],
      true,
      { left: 100, top: 76, above: false },
    ],
    [
      'above it where there is no room below',
      anchor(700, 500),
      [300, 200],
      false,
      { left: 432, top: 296, above: true },
    ],
    [
      'below, and cut, where there is little room on both sides',
      anchor(700, 200),
      [300, 900],
      false,
      { top: 236, above: false },
    ],
    ['inside the window at its start', anchor(4, 40), [300, 200], false, { left: 8, top: 76 }],
    ['inside the window at its end', anchor(780, 40), [300, 200], true, { left: 492, top: 76 }],
  ] as const) {
    it(where, () => {
      const placed = placeBeside(at, { inlineSize: size[0], blockSize: size[1] }, view, rtl);
      expect(placed).to.deep.include(expected);
      expect(placed.top + Math.min(size[1], placed.room)).to.be.at.most(view.blockSize - 8);
    });
  }

  it('with the starts aligned stands under the other edge', () => {
    const box = { inlineSize: 300, blockSize: 200 };
    expect(placeBeside(anchor(100, 40), box, view, false, 'start')).to.include({ left: 100 });
    expect(placeBeside(anchor(700, 40), box, view, true, 'start')).to.include({ left: 432 });
  });
});
