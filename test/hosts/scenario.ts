import type { Look } from './journey.ts';
import type { Stage } from './stage.ts';

/** What a host does to us, and what holds all the same. `plain` is how we look on a page that does nothing. */
export type Scenario = {
  title: string;
  run: (stage: Stage, plain: Look) => Promise<void>;
  /** What the browser itself writes to the console, as it has to here. */
  expected?: RegExp;
};
