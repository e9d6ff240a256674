import type { World } from '../world.ts';
import { jobs as all, type Job } from './jobs.ts';

export type Jobs = {
  /** Starts no other run; resolves when those at hand have ended. */
  stop(): Promise<void>;
};

/** Runs each job at its pace, never twice at a time. A failure is told, and the next run comes all the same. */
export function startJobs(
  world: World,
  onFailure: (job: string, error: unknown) => void,
  jobs: Record<string, Job> = all,
): Jobs {
  const atHand = new Map<string, Promise<void>>();
  const timers = Object.entries(jobs).map(([name, { everyMs, atStart = false, run }]) => {
    const turn = () => {
      if (atHand.has(name)) return;
      const ending = run(world)
        .then(() => undefined)
        .catch((error: unknown) => onFailure(name, error))
        .finally(() => atHand.delete(name));
      atHand.set(name, ending);
    };
    if (atStart) turn();
    return setInterval(turn, everyMs).unref();
  });
  return {
    stop: async () => {
      timers.forEach(clearInterval);
      await Promise.all(atHand.values());
    },
  };
}
