import type { ReviewSort } from '@campaign-kit/shared/review-filter';
import { isLearned } from '../contacts/unlearned-people.ts';
import { isDearest, isDearToAsk } from '../conversations/condition.ts';
import { byPlace, partsOf, type Part, type Place } from './place.ts';
import { placesInOrder } from './places-in-order.ts';
import { placesInWalk, type Found } from './places-in-walk.ts';
import { idsIn, type Sought } from './sought.ts';
import { unlearnedPlaces } from './unlearned-places.ts';

type Asked = { readonly after: Place | null; readonly most: number; readonly counts?: boolean };

/**
 * The first places of the list behind `after`, `most` of them: the same ones whichever way they are found. Where all that
 * is sought was looked at and `counts` asks for it, the count of the whole list comes along.
 */
export async function places(sought: Sought, sort: ReviewSort, asked: Asked): Promise<Found> {
  if (sought.stretches.length === 0) return { places: [], count: 0 };
  const { after, most, counts = false } = asked;
  const inOrder = isInOrder(sought, asked) ? await allInOrder(sought, sort, asked, counts ? 3 : 1) : null;
  const learned = inOrder
    ? { places: inOrder, count: null }
    : await placesInWalk(sought, sort, after, most, { counts: counts && !after });
  if (sort !== 'name' || (await isLearned(sought.read))) return learned;
  const others = await unlearnedPlaces(sought, after, most);
  const once = new Map([...learned.places, ...others].map(place => [place[3], place]));
  return { places: [...once.values()].sort(byPlace(sort)).slice(0, most), count: null };
}

/** Where few match, or a row costs much, the index of the order is of no use; who waits for a first message stands at its end. */
function isInOrder({ few, stretches, conditions, filter }: Sought, { most, counts = false }: Asked): boolean {
  const ids = idsIn(stretches);
  // In order, one of ids / rows is sought, until there are `most`; else every one of the rows is looked at.
  if (few && few.rows ** 2 <= (most * ids) / 2) return false;
  if ((few ?? counts) && conditions.some(isDearToAsk)) return false;
  if (conditions.some(isDearest)) return false;
  const isLast = filter.statuses?.every(status => status === 'needsMessage') ?? false;
  return !isLast && ids > fewIds;
}

/** So few ids that looking at all of them is the fastest way. */
const fewIds = 8_192;

/** Part by part through the index of its order; null where one of them would take too long. */
export async function allInOrder(
  sought: Sought,
  sort: ReviewSort,
  { after, most }: Asked,
  haste: number,
): Promise<Place[] | null> {
  const found: Place[] = [];
  for (const part of partsOf[sort]) {
    if (found.length === most) break;
    if ((after && part.part < after[0]) || isEmpty(sought, part)) continue;
    const behind = after?.[0] === part.part ? after : null;
    const more = await placesInOrder(sought, sort, part, behind, most - found.length, haste);
    if (!more) return null;
    found.push(...more);
  }
  return found;
}

/** Whether the statuses that are wanted leave a part of the list empty: who waits is in one, and nobody else. */
function isEmpty({ filter: { statuses } }: Sought, { by, part }: Part): boolean {
  if (!statuses) return false;
  if (by === 'waiting_since') return !statuses.includes('needsResponse');
  return part === 1 && statuses.every(status => status === 'needsResponse');
}
