import { areaCodes } from './area-codes.ts';
import { zoneNumber } from '@campaign-kit/shared/zones';
import { hash } from './hash.ts';
import { names } from './names.ts';

/** One of the made-up people. The same index is the same person in every campaign. */
export type Person = {
  phone: number;
  firstName: string;
  lastName: string;
  zip: string;
  externalId: string;
  /** By its number in the server's table of zones. */
  zone: number;
  optsOut: boolean;
  custom: { city: string; precinct: string };
};

const pick = <T>(from: readonly T[], at: number): T => from[Math.floor(at * from.length)] as T;

/** A list is sorted by area, a thousand people each; 387 has no factor in common with that, so no number comes twice. */
export function personAt(index: number): Person {
  const thousand = Math.floor(index / 1_000);
  const area = areaCodes[thousand % areaCodes.length] as (typeof areaCodes)[number];
  const line = Math.floor(thousand / areaCodes.length) * 1_000 + ((index * 387 + 57) % 1_000);
  return {
    phone: (1_000 + area.code) * 10_000_000 + 5_550_000 + line,
    firstName: pick(names.first, hash(index, 1)),
    lastName: pick(names.last, hash(index, 2)),
    zip: String(area.zip + Math.floor(hash(index, 3) * 20)).padStart(5, '0'),
    externalId: `NSO-${String(100_000 + index)}`,
    zone: zoneNumber(area.timeZone),
    optsOut: hash(index, 4) < 0.012,
    custom: {
      city: area.city,
      precinct: `${1 + Math.floor(hash(index, 5) * 38)}-${pick(['A', 'B', 'C'], hash(index, 6))}`,
    },
  };
}
