import { areaCodes } from '../../seed/area-codes.ts';
import { hash } from '../../seed/hash.ts';
import { names } from '../../seed/names.ts';
import { personAt } from '../../seed/person-at.ts';

/** 387 × 323 leaves 1 when divided by 1,000: it takes back the step by which the seed deals out lines. */
const [seedStart, inverseStep] = [57, 323];

/** Whose phone it is: the same person as in the demo's lists, else a name that stays with the number. */
export function nameOf(phone: string): { first: string; last: string } {
  const person = seededPerson(phone);
  if (person) return { first: person.firstName, last: person.lastName };
  const digits = Number(phone.slice(-9));
  const pick = (from: readonly string[], at: number) => from[Math.floor(at * from.length)] as string;
  return { first: pick(names.first, hash(digits, 1)), last: pick(names.last, hash(digits, 2)) };
}

function seededPerson(phone: string) {
  const [, code, line] = /^\+1(\d{3})555(\d{4})$/.exec(phone) ?? [];
  const area = areaCodes.findIndex(area => area.code === Number(code));
  if (area < 0) return null;
  const [block, inBlock] = [Math.floor(Number(line) / 1_000), Number(line) % 1_000];
  const inThousand = (((((inBlock - seedStart + 1_000) % 1_000) * inverseStep) % 1_000) + 1_000) % 1_000;
  const person = personAt((block * areaCodes.length + area) * 1_000 + inThousand);
  return person.phone === Number(phone.slice(1)) ? person : null;
}
