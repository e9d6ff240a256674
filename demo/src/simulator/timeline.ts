/** What will happen later, in order, on the wall clock or on one that a test moves. Times in milliseconds. */
export type Timeline = {
  now: () => number;
  after: (ms: number, run: () => void) => void;
  /** Work that `settle` waits for, such as a webhook under way. */
  track: (work: Promise<unknown>) => void;
  /** Runs all that is due by now and waits for what it began, until nothing is left to do at this time. */
  settle: () => Promise<void>;
  waiting: () => number;
  /** Forgets all that was planned. */
  clear: () => void;
  stop: () => void;
};

type Planned = { at: number; order: number; run: () => void };

const [longestTimerMs, patienceMs] = [2_000_000_000, 2_000];

/** Without a clock it runs by itself; with one, only `settle` runs what is due, each thing at the time it was planned for. */
export function createTimeline(clock?: () => number): Timeline {
  const planned = createHeap();
  const underWay = new Set<Promise<unknown>>();
  let [order, timer, stopped] = [0, null as NodeJS.Timeout | null, false];
  // On a clock that jumps, a thing and what comes of it happen at its own time, not at the end of the jump.
  let instant: number | null = null;
  const now = () => instant ?? (clock ?? Date.now)();

  /** On a clock that a test moves, one instant at a time, so that what it began can end before the next. */
  function runDue() {
    const until = clock ? Math.min(clock(), planned.first()?.at ?? Infinity) : Date.now();
    for (let next = planned.first(); next && next.at <= until && !stopped; next = planned.first()) {
      planned.shift();
      if (clock) instant = next.at;
      next.run();
    }
    wake();
  }

  function wake() {
    if (clock || stopped) return;
    if (timer) clearTimeout(timer);
    const next = planned.first();
    timer = next ? setTimeout(runDue, Math.min(Math.max(0, next.at - Date.now()), longestTimerMs)) : null;
  }

  function after(ms: number, run: () => void) {
    const at = now() + Math.max(0, ms);
    const isNext = planned.push({ at, order: order++, run });
    if (isNext) wake();
  }

  function track(work: Promise<unknown>) {
    const tracked = work.catch(() => undefined).finally(() => underWay.delete(tracked));
    underWay.add(tracked);
  }

  async function settle() {
    const due = () => (planned.first()?.at ?? Infinity) <= (clock ?? Date.now)();
    for (let ended = true; !stopped && (due() || (underWay.size > 0 && ended));) {
      runDue();
      ended = await allEnded();
    }
    instant = null;
  }

  /** False where something does not end: it may wait for what is still to come, and time has to go on for that. */
  function allEnded(): Promise<boolean> {
    return new Promise(resolve => {
      const patience = setTimeout(() => resolve(false), patienceMs);
      void Promise.all(underWay).then(() => {
        clearTimeout(patience);
        resolve(true);
      });
    });
  }

  function stop() {
    stopped = true;
    if (timer) clearTimeout(timer);
    planned.clear();
  }
  return { now, after, track, settle, waiting: planned.size, clear: planned.clear, stop };
}

/** The earliest first; of two at the same time, the one that was planned first. */
function createHeap() {
  const all: Planned[] = [];
  const before = (a: Planned, b: Planned) => a.at - b.at || a.order - b.order;
  const at = (index: number) => all[index] as Planned;
  const swap = (i: number, j: number) => ([all[i], all[j]] = [at(j), at(i)]);

  function push(item: Planned): boolean {
    let child = all.push(item) - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (before(at(parent), at(child)) <= 0) break;
      swap(parent, child);
      child = parent;
    }
    return child === 0;
  }

  function shift() {
    const last = all.pop();
    if (!last || all.length === 0) return;
    all[0] = last;
    for (let parent = 0; ;) {
      let least = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        if (child < all.length && before(at(child), at(least)) < 0) least = child;
      }
      if (least === parent) return;
      swap(parent, least);
      parent = least;
    }
  }
  return { push, shift, first: () => all[0], size: () => all.length, clear: () => void (all.length = 0) };
}
