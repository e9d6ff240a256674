import { EventEmitter } from 'node:events';

/** Wakes whoever waits for events of this process; the events themselves stand in the outbox. */
export type Bus = {
  poke(): void;
  onPoke(listener: () => void): () => void;
};

export function createBus(): Bus {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    poke: () => void emitter.emit('poke'),
    onPoke: listener => {
      emitter.on('poke', listener);
      return () => void emitter.off('poke', listener);
    },
  };
}
