import type { KitElement } from '../element.ts';

/** Who speaks: the words, the locale and the zone of an element. Parts are given one; they know no kit. */
export type Voice = Pick<KitElement, 'say' | 'locale' | 'timeZone'>;
