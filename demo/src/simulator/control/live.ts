import type { Network } from '../network.ts';
import type { Phone } from '../phones/phone.ts';
import { phoneView, summary, type PhoneView, type Summary } from './views.ts';

/** What happened since the last one: the whole summary, and the phones that it happened on. */
export type Change = { summary: Summary; phones: PhoneView[] };

/** Tells listeners what changed, at most some times a second however much happens. */
export type Live = {
  changed: (phone?: Phone) => void;
  listen: (listener: (change: Change) => void) => () => void;
  stop: () => void;
};

const [pauseMs, mostPhones, entriesOfEach] = [250, 60, 3];

export function createLive(network: () => Network): Live {
  const listeners = new Set<(change: Change) => void>();
  const touched = new Set<Phone>();
  let timer: NodeJS.Timeout | null = null;

  function changed(phone?: Phone) {
    if (listeners.size === 0) return;
    if (phone) {
      // The newest are shown first: of too many, the oldest touched are left to the next look at all.
      touched.delete(phone);
      touched.add(phone);
    }
    timer ??= setTimeout(tell, pauseMs);
  }

  function tell() {
    timer = null;
    const phones = [...touched].slice(-mostPhones).map(phone => phoneView(network(), phone, entriesOfEach));
    touched.clear();
    const change = { summary: summary(network()), phones };
    for (const listener of listeners) listener(change);
  }

  function listen(listener: (change: Change) => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  function stop() {
    if (timer) clearTimeout(timer);
    listeners.clear();
  }
  return { changed, listen, stop };
}
