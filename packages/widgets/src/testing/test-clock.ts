import type { Clock } from '../session.ts';

/** A session's clock that stands still until the test moves it, wherever in time the test wants it to be. */
export function testClock(start = 1_000_000): { clock: Clock; advance: (ms: number) => Promise<void> } {
  let now = start;
  let timers: { at: number; act: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    random: () => 0.5,
    after: (ms, act) => {
      const timer = { at: now + ms, act };
      timers.push(timer);
      return () => (timers = timers.filter(other => other !== timer));
    },
  };
  const advance = async (ms: number) => {
    now += ms;
    for (const timer of timers.filter(one => one.at <= now)) {
      timers = timers.filter(other => other !== timer);
      timer.act();
    }
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  return { clock, advance };
}
