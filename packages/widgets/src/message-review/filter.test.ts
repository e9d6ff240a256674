import { expect } from '@open-wc/testing';
import { en } from '@campaign-kit/shared/words/en';
import { writeFilter, type ReviewFilter } from '@campaign-kit/shared/review-filter';
import { say } from '@campaign-kit/shared/words/say';
import type { Voice } from '../parts/voice.ts';
import { changeFilter, toggled } from './change-filter.ts';
import { chipsOf } from './chips-of.ts';
import { dayOf, lastDayBefore, startOfDay } from './zoned-day.ts';

const voice: Voice = {
  say: (key, values) => say(en, 'en', key, values),
  locale: 'en',
  timeZone: 'America/New_York',
};
const names = {
  campaigns: new Map([[4, 'Saturday volunteers']]),
  texters: new Map([[3, 'Ada Park']]),
  tags: new Map([[9, 'ride']]),
};
const from = Date.UTC(2026, 9, 13, 4);
const to = Date.UTC(2026, 9, 15, 4);

describe('what is filtered by', () => {
  for (const [filter, texts] of [
    [{ person: 'Rosa', words: 'polling place' }, ['Name or phone: Rosa', 'Words in messages: polling place']],
    [{ statuses: ['needsResponse', 'convo'], unassigned: true }, ['Needs response', 'In conversation', 'Unassigned']],
    [{ campaigns: [4, 5] }, ['Campaign: Saturday volunteers', 'Campaign: #5']],
    [{ campaigns: [1, 2, 3, 4], texters: [3], tags: [9] }, ['4 campaigns', 'Assigned to: Ada Park', 'Tag: ride']],
    [{ escalated: true, optedOut: false }, ['Escalated', 'Opted out: No']],
    [{ operator: 'assistant', archived: 'only' }, ['Operated by: Assistant', 'Archived campaigns: Only these']],
    [{ deliveryError: 'landline' }, ['Delivery error: This is a landline and gets no texts']],
    [{ from, to }, ['Last activity from: Oct 13, 2026', 'Last activity until: Oct 14, 2026']],
  ] as [ReviewFilter, string[]][]) {
    it(`“${writeFilter(filter)}” is ${texts.join(', ')}`, () => {
      const chips = chipsOf(voice, filter, names);
      expect(chips.map(({ text }) => text)).to.deep.equal(texts);
    });
  }

  it('goes away with its chip, and only that', () => {
    const filter: ReviewFilter = { statuses: ['needsResponse', 'convo'], tags: [9], person: 'Rosa' };
    const without = chipsOf(voice, filter, names).map(({ without }) => writeFilter(without));
    expect(without).to.deep.equal([
      'statuses=needsResponse,convo&tags=9',
      'statuses=convo&tags=9&person=Rosa',
      'statuses=needsResponse&tags=9&person=Rosa',
      'statuses=needsResponse,convo&person=Rosa',
    ]);
  });

  it('is not there any more where it says nothing', () => {
    const filter = changeFilter({ campaigns: [4], person: 'Rosa' }, { campaigns: toggled([4], 4), person: undefined });
    expect(filter).to.deep.equal({});
    expect(toggled(undefined, 2)).to.deep.equal([2]);
  });
});

describe('a day of the kit’s zone', () => {
  for (const [zone, day, start] of [
    ['America/New_York', '2026-10-13', Date.UTC(2026, 9, 13, 4)],
    ['Europe/Berlin', '2026-01-05', Date.UTC(2026, 0, 4, 23)],
    // The clock is put on within this day, and back within this one.
    ['America/New_York', '2026-03-08', Date.UTC(2026, 2, 8, 5)],
    ['America/New_York', '2026-11-01', Date.UTC(2026, 10, 1, 4)],
    // Midnight is left out: the day begins at one.
    ['America/Santiago', '2026-09-06', Date.UTC(2026, 8, 6, 4)],
    ['Asia/Kolkata', '2026-06-01', Date.UTC(2026, 4, 31, 18, 30)],
  ] as const) {
    it(`${day} in ${zone} begins where it does there`, () => {
      expect(startOfDay(day, zone)).to.equal(start);
      expect(dayOf(start, zone)).to.equal(day);
      expect(lastDayBefore(start, zone) < day).to.equal(true);
    });
  }

  it('counted on goes over the end of a month; what is no day is none', () => {
    expect(startOfDay('2026-10-31', 'UTC', 1)).to.equal(Date.UTC(2026, 10, 1));
    expect(startOfDay('', 'UTC')).to.equal(null);
  });
});
