import * as z from 'zod/mini';

export { z };

/** The ids of this product: positive integers that a JSON number holds. */
export const id = z.int().check(z.positive());

/** Minutes, one at least and a year at most. */
export const idleMinutes = z.int().check(z.gte(1), z.lte(525_600));
