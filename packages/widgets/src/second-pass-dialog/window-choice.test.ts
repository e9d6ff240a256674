import { expect } from '@open-wc/testing';
import { usualWindow, windowMinutes } from './window-choice.ts';

describe('windowMinutes', () => {
  for (const [days, hours, minutes] of [
    ['0', '16', 960],
    ['1', '', 1440],
    ['', '1', 60],
    ['2', '3', 3060],
    ['١', '٢', 1560],
    ['۱', '۱۰', 2040],
    ['0', '0', undefined],
    ['x', '1', undefined],
    ['0', '1.5', undefined],
    ['-1', '5', undefined],
    ['366', '0', undefined],
  ] as const) {
    it(`takes ${days || 'no'} days ${hours || 'no'} hours as ${minutes ?? 'no window'}`, () => {
      expect(windowMinutes({ ...usualWindow, days, hours })).to.equal(minutes);
    });
  }

  it('leaves nobody out for it when it is off, whatever is typed', () => {
    expect(windowMinutes({ ...usualWindow, excludeRecent: false, hours: 'x' })).to.equal(null);
  });
});
