import type { ReviewSort } from '@campaign-kit/shared/review-filter';
import { byPlace, partsOf, type Part, type Place } from './place.ts';
import { placesInOrder } from './places-in-order.ts';
import { placesInWalk } from './places-in-walk.ts';
import { idsIn, type Sought } from './sought.ts';
import { unlearnedPlaces } from './unlearned-places.ts';

/** The first places of the list behind `after`, `most` of them: the same ones whichever way they are found. */
export async function places(sought: Sought, sort: ReviewSort, after: Place | null, most: number): Promise<Place[]> {
  const found: Place[] = [];
  if (sought.stretches.length === 0) return found;
  for (const part of partsOf[sort]) {
    if (found.length === most) break;
    if ((after && part.part < after[0]) || isEmpty(sought, part)) continue;
    const behind = after?.[0] === part.part ? after : null;
    found.push(...(await placesOf(sought, part, behind, most - found.length)));
  }
  return found;
}

/** So few ids that looking at all of them is the fastest way. */
const fewIds = 8_192;
const fewRows = 2_000;

/** Where few match, or a row costs much, the index of the order is of no use; who waits for a first message stands at its end. */
function isInOrder({ few, stretches, conditions, filter: { statuses } }: Sought): boolean {
  if (few && (few.rows <= fewRows || conditions.some(({ cost = 0 }) => cost >= 30))) return false;
  const isLast = statuses?.every(status => status === 'needsMessage') ?? false;
  return !isLast && idsIn(stretches) > fewIds;
}

async function placesOf(sought: Sought, part: Part, after: Place | null, most: number): Promise<Place[]> {
  const inOrder = isInOrder(sought) ? await placesInOrder(sought, part, after, most) : null;
  const learned = inOrder ?? (await placesInWalk(sought, part, after, most));
  if (part.by !== 'name') return learned;
  const others = await unlearnedPlaces(sought, part, after, most);
  const once = new Map([...learned, ...others].map(place => [place[3], place]));
  return [...once.values()].sort(byPlace(part)).slice(0, most);
}

/** Whether the statuses that are wanted leave a part of the list empty: who waits is in one, and nobody else. */
function isEmpty({ filter: { statuses } }: Sought, { by, part }: Part): boolean {
  if (!statuses) return false;
  if (by === 'waiting_since') return !statuses.includes('needsResponse');
  return part === 1 && statuses.every(status => status === 'needsResponse');
}
