import { InvalidArgumentError } from 'commander';

/** An id as an argument: a whole number above 0. */
export function integer(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('It is a whole number above 0.');
  return Number(text);
}
