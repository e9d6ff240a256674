import type { ReviewSort } from '@campaign-kit/shared/review-filter';
import type { ReviewRow } from '../contract.ts';

/** Whether a row comes before another one, in this order. */
export function before(sort: ReviewSort, row: ReviewRow, other: ReviewRow): boolean {
  if (sort === 'waiting') return (row.waitingSince ?? Infinity) < (other.waitingSince ?? Infinity);
  if (sort === 'recent') return (row.lastAt ?? 0) > (other.lastAt ?? 0);
  return nameOf(row) < nameOf(other);
}

const nameOf = ({ contact }: ReviewRow) => `${contact.lastName} ${contact.firstName}`.toLowerCase();
