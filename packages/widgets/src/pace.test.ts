import { expect } from '@open-wc/testing';
import { Pace } from './pace.ts';

describe('the pace of an operation', () => {
  it('says nothing before it has moved for a while', () => {
    const pace = new Pace();
    expect(pace.secondsLeft(100)).to.equal(null);
    pace.saw(0, 0);
    pace.saw(10, 500);
    expect(pace.secondsLeft(100)).to.equal(null);
  });

  it('says what is left at the pace so far', () => {
    const pace = new Pace();
    pace.saw(2000, 0);
    pace.saw(4000, 2000);
    expect(pace.secondsLeft(12_000)).to.equal(8);
  });

  it('never says that nothing is left while it runs', () => {
    const pace = new Pace();
    pace.saw(0, 0);
    pace.saw(1000, 1000);
    expect(pace.secondsLeft(1000)).to.equal(1);
  });
});
