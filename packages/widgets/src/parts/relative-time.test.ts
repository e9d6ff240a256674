import { expect } from '@open-wc/testing';
import { exact, relative } from './relative-time.ts';
import type { Voice } from './voice.ts';

const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const foreign = here === 'America/New_York' ? 'Asia/Tokyo' : 'America/New_York';
const voice = (locale: string, timeZone: string): Voice => ({ locale, timeZone, say: () => '' });
const at = (iso: string) => Date.parse(iso);
const noon = at('2026-11-18T12:00:00Z');

describe('a time as a reader reads it', () => {
  for (const [locale, instant, sentence] of [
    ['en', '2026-11-18T11:59:40Z', 'now'],
    ['en', '2026-11-18T11:18:00Z', '42 minutes ago'],
    ['en', '2026-11-17T13:00:00Z', '23 hours ago'],
    ['en', '2026-11-17T11:00:00Z', 'yesterday'],
    ['en', '2026-11-16T13:00:00Z', '2 days ago'],
    ['en', '2026-11-20T13:00:00Z', 'in 2 days'],
    ['de', '2026-11-16T13:00:00Z', 'vorgestern'],
    ['es', '2026-11-18T09:00:00Z', 'hace 3 horas'],
    ['vi', '2026-11-18T09:00:00Z', '3 giờ trước'],
    ['zh-CN', '2026-11-16T13:00:00Z', '前天'],
    ['ar', '2026-11-18T09:00:00Z', 'قبل 3 ساعات'],
  ] as const) {
    it(`${instant} is “${sentence}” in ${locale} at noon of the 18th`, () => {
      expect(relative(voice(locale, 'UTC'), at(instant), noon)).to.equal(sentence);
    });
  }

  it('counts the days of the given zone, which begin at its midnight', () => {
    const [late, early] = [at('2026-11-16T23:30:00Z'), at('2026-11-18T00:30:00Z')];
    expect(relative(voice('en', 'UTC'), late, early)).to.equal('2 days ago');
    expect(relative(voice('en', 'America/New_York'), late, early)).to.equal('yesterday');
  });

  it('is a date of the given zone when it is long ago', () => {
    const instant = at('2026-10-02T02:00:00Z');
    expect(relative(voice('en', here), instant, noon)).to.match(/^Oct [12], 2026$/);
    expect(relative(voice('en', 'America/New_York'), instant, noon)).to.match(/^Oct 1, 2026/);
  });

  it('names the zone of a date only where it is not the reader’s', () => {
    const instant = at('2026-10-02T12:00:00Z');
    expect(relative(voice('en', here), instant, noon)).to.equal('Oct 2, 2026');
    expect(relative(voice('en', foreign), instant, noon)).to.match(/^Oct 2, 2026, \p{L}+/u);
  });

  for (const [locale, timeZone, expected] of [
    ['en', 'America/New_York', 'Nov 18, 2026, 7:00 AM Eastern Time'],
    ['en-GB', 'America/New_York', '18 Nov 2026, 07:00 Eastern Time'],
    ['de', 'America/New_York', '18. Nov. 2026, 07:00 Nordamerikanische Ostküstenzeit'],
    ['es', 'America/New_York', '18 nov 2026, 7:00 hora oriental'],
    ['es-MX', 'Europe/Berlin', '18 nov 2026, 1:00 p.m. hora de Europa central'],
    ['zh-CN', 'America/New_York', '2026年11月18日 北美东部时间 07:00'],
    ['ar', 'America/New_York', '18 نوفمبر 2026، 7:00 ص التوقيت الشرقي لأمريكا الشمالية'],
    ['vi', 'Asia/Tokyo', '21:00 Giờ Chuẩn Nhật Bản 18 thg 11, 2026'],
    ['en', 'Asia/Kolkata', 'Nov 18, 2026, 5:30 PM India Standard Time'],
    ['en', 'UTC', 'Nov 18, 2026, 12:00 PM UTC'],
  ] as const) {
    it(`exactly, in ${locale} and ${timeZone}, it has its zone by name`, () => {
      const said = exact(voice(locale, timeZone), noon).replace(/\s/g, ' ');
      expect(said).to.equal(expected);
    });
  }
});
