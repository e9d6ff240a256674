import type { Waiting } from '../contract.ts';

export const fullName = ({ firstName, lastName }: Pick<Waiting['contact'], 'firstName' | 'lastName'>): string =>
  [firstName, lastName].filter(Boolean).join(' ');
