import { purgeRemoved } from '../conversations/purge-removed.ts';
import { pruneEvents } from '../realtime/prune-events.ts';
import type { World } from '../world.ts';

type Job = { readonly name: string; readonly everyMs: number; readonly run: (world: World) => Promise<void> };

/** Every timer of the server. Each is safe when several processes run it at once. */
const jobs: readonly Job[] = [
  { name: 'purge-removed', everyMs: 3_600_000, run: purgeRemoved },
  { name: 'prune-events', everyMs: 600_000, run: pruneEvents },
];

/** Starts the timers; one that is still running is not started again. The returned function ends them. */
export function startJobs(world: World, onFailure: (job: string, error: unknown) => void): () => Promise<void> {
  const running = new Map<string, Promise<void>>();
  const timers = jobs.map(({ name, everyMs, run }) =>
    setInterval(() => {
      if (running.has(name)) return;
      const turn = run(world)
        .catch((error: unknown) => onFailure(name, error))
        .finally(() => running.delete(name));
      running.set(name, turn);
    }, everyMs).unref(),
  );
  return async () => {
    timers.forEach(clearInterval);
    await Promise.all(running.values());
  };
}
