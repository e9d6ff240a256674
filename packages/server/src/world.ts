import type { Database } from './db/open.ts';
import type { Bus } from './realtime/bus.ts';

/** All that is impure: the database, the clock, the bus that wakes listeners. Verbs get it as a parameter. */
export type World = {
  readonly db: Database;
  readonly now: () => number;
  readonly bus: Bus;
};
