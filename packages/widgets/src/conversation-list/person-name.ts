import type { ReviewRow } from '../contract.ts';
import { written } from './written-phone.ts';

/** What somebody is called; who has no name, by their phone. */
export const personName = ({ contact }: Pick<ReviewRow, 'contact'>): string =>
  [contact.firstName, contact.lastName].filter(Boolean).join(' ') || written(contact.phone);
