import type { Bus } from './bus.ts';

const lookEveryMs = 1_000;

/** Resolves when this process has news, at the latest after a second: other processes write events too, and cannot wake us. */
export function nextPoke(bus: Bus, signal: AbortSignal) {
  const { promise, resolve } = withResolvers();
  const unlisten = bus.onPoke(resolve);
  const timer = setTimeout(resolve, lookEveryMs);
  signal.addEventListener('abort', resolve, { once: true });
  const cancel = () => {
    unlisten();
    clearTimeout(timer);
    signal.removeEventListener('abort', resolve);
    resolve();
  };
  return { promise, cancel };
}

function withResolvers() {
  let resolve!: () => void;
  const promise = new Promise<void>(done => (resolve = done));
  return { promise, resolve };
}
