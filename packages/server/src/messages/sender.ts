import { gather } from '../db/gather.ts';
import type { Outgoing } from '../sms/sms.ts';
import type { World } from '../world.ts';
import { claimMessages } from './claim-messages.ts';
import { settleMessages, type Answered } from './settle-messages.ts';

/** What may be with the provider at once; twice as much with each turn, so that a start with a full queue is no burst. */
const [firstInFlight, mostInFlight] = [5, 50];
const turnMs = 200;

export type Sender = {
  /** Resolves when nothing that may leave now is left, and every answer is written down. */
  idle(): Promise<void>;
  /** Takes nothing more; resolves when the answers of what is with the provider are written down. */
  stop(): Promise<void>;
};

/**
 * Empties the queue: claims in one transaction, calls the provider outside of any, writes its answer down. Several may run
 * on one database. Without a way to the carriers nothing is claimed.
 */
export function startSender(world: World, onFailure: (error: unknown) => void): Sender {
  const inFlight = new Set<Promise<void>>();
  let stopped = world.sms === null;
  let allowed = firstInFlight;
  let turning = null as Promise<number> | null;

  const settle = gather<Answered>(answers => settleMessages(world, answers), { most: mostInFlight, waitMs: 5 });
  const deliver = async (outgoing: Outgoing) => {
    const { messageId, attempt } = outgoing;
    await settle({ messageId, attempt, sent: await world.sms!.send(outgoing) });
  };

  const turn = async (): Promise<number> => {
    const free = allowed - inFlight.size;
    allowed = Math.min(mostInFlight, allowed * 2);
    if (stopped || free === 0) return 0;
    const claimed = await claimMessages(world, free);
    for (const one of claimed) {
      const delivering: Promise<void> = deliver(one)
        .catch(onFailure)
        .finally(() => inFlight.delete(delivering));
      inFlight.add(delivering);
    }
    return claimed.length;
  };

  const wake = () => {
    if (stopped || turning) return;
    turning = turn()
      .catch((error: unknown) => {
        onFailure(error);
        return 0;
      })
      .finally(() => (turning = null));
  };
  const timer = setInterval(wake, turnMs);
  timer.unref();

  return {
    idle: async () => {
      for (let more = true; more;) {
        await turning;
        await Promise.all(inFlight);
        wake();
        more = ((await turning) ?? 0) > 0 || inFlight.size > 0;
      }
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await turning;
      await Promise.all(inFlight);
    },
  };
}
