import { zoneNumber } from './zones.ts';

/** First three digits of US ZIP codes, by zone; a range is both ends included. Two zones where the county line runs through. */
const prefixes: Readonly<Record<string, string>> = {
  'America/New_York': `
    005 010-089 100-323 326-339 341-342 344 346-347 349 374 376 378-379 398-400 402-418 425 430-462 466-474 478 480-497
    569`,
  'America/Chicago': `
    325 350-372 375 380-397 420-424 463-464 476-477 500-528 530-568 570-574 580-584 587-588 600-676 679-689
    700-797`,
  'America/Denver': '577 590-599 693 799 800-834 836-837 840-847 870-884 885',
  'America/Phoenix': '850-859 863-864',
  'America/Los_Angeles': '838 889-897 900-961 970-978 980-994',
  'America/Anchorage': '996-999',
  'Pacific/Honolulu': '967-968',
  'America/Puerto_Rico': '006-009',
  'Pacific/Guam': '969',
  'America/New_York America/Chicago': '324 373 377 401 426-427 465 475 479 498-499',
  'America/Chicago America/Denver': '575-576 585-586 677-678 690-692 798',
  'America/Denver America/Los_Angeles': '835 898 979',
  'America/Phoenix America/Denver': '860 865',
  'America/Anchorage America/Adak': '995',
};

/** Whole codes that do not follow their prefix. */
const wholes: Readonly<Record<string, string>> = {
  '96799': 'Pacific/Pago_Pago',
};

/** First letter of Canadian postal codes. */
const letters: Readonly<Record<string, string>> = {
  A: 'America/St_Johns America/Halifax',
  B: 'America/Halifax',
  C: 'America/Halifax',
  E: 'America/Halifax',
  G: 'America/Toronto America/Halifax',
  H: 'America/Toronto',
  J: 'America/Toronto',
  K: 'America/Toronto',
  L: 'America/Toronto',
  M: 'America/Toronto',
  N: 'America/Toronto',
  P: 'America/Toronto America/Winnipeg',
  R: 'America/Winnipeg',
  S: 'America/Regina America/Edmonton',
  T: 'America/Edmonton',
  V: 'America/Vancouver America/Edmonton',
  X: 'America/Whitehorse America/Edmonton America/Winnipeg America/Toronto',
  Y: 'America/Whitehorse',
};

const zoneOf = new Uint8Array(1_000);
for (const [zone, ranges] of Object.entries(prefixes)) {
  for (const range of ranges.trim().split(/\s+/)) {
    const [first = '', last = first] = range.split('-');
    zoneOf.fill(zoneNumber(zone), Number(first), Number(last) + 1);
  }
}

/** The zone number of a US ZIP (also ZIP+4, also without its leading zeros) or a Canadian postal code; 0: not known. */
export function zoneOfZip(zip: string): number {
  const us = /^(\d{3,5})(?:\.0)?(?:-\d{4})?$/.exec(zip) ?? /^(\d{5})\d{4}$/.exec(zip);
  if (us) {
    const code = (us[1] as string).padStart(5, '0');
    const whole = wholes[code];
    return whole === undefined ? (zoneOf[Number(code.slice(0, 3))] ?? 0) : zoneNumber(whole);
  }
  const canadian = /^([A-Z])\d[A-Z][ -]?\d[A-Z]\d$/i.exec(zip)?.[1]?.toUpperCase();
  const zone = canadian && letters[canadian];
  return zone ? zoneNumber(zone) : 0;
}
