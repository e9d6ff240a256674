import type { Stage } from './stage.ts';

/** One thing that a person does, from the outside; it throws when the product does not do its part. */
export type Scenario = {
  title: string;
  run: (stage: Stage) => Promise<void>;
  /** What the browser writes to the console by itself when a request is refused, as it has to be here. */
  refused?: RegExp;
};
