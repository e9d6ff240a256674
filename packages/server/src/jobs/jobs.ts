import { purgeTyping } from '../assistant/purge-typing.ts';
import { takeTurns } from '../assistant/take-turns.ts';
import { launchScheduled } from '../campaigns/launch-scheduled.ts';
import { closeIdleImports } from '../contacts/close-idle-imports.ts';
import { learnNames } from '../contacts/learn-names.ts';
import { purgeBadRows } from '../contacts/purge-bad-rows.ts';
import { purgeRemoved } from '../conversations/purge-removed.ts';
import { askForMissed } from '../inbound/ask-for-missed.ts';
import { purgeWebhooks } from '../inbound/purge-webhooks.ts';
import { lookUpMessages } from '../messages/look-up-messages.ts';
import { lookUpUnheard } from '../messages/look-up-unheard.ts';
import { pruneDeliveryMinutes } from '../messages/prune-delivery-minutes.ts';
import { releaseWaiting } from '../messages/release-waiting.ts';
import { pruneEvents } from '../realtime/prune-events.ts';
import { autoRelease } from '../replies/auto-release.ts';
import { autoSend } from '../sending/auto-send.ts';
import { purgeRevocations } from '../sessions/purge-revocations.ts';
import type { World } from '../world.ts';

export type Job = {
  everyMs: number;
  /** Also when the server starts: for what may have happened while none was there. */
  atStart?: boolean;
  run(world: World): Promise<unknown>;
};

const minute = 60_000;

/** What is done again and again, quietly: one verb, one line. All are safe to run on every server at once. */
export const jobs: Record<string, Job> = {
  askForMissed: { everyMs: 10_000, atStart: true, run: askForMissed },
  autoRelease: { everyMs: minute, run: autoRelease },
  autoSend: { everyMs: 1_000, run: autoSend },
  closeIdleImports: { everyMs: 5_000, run: closeIdleImports },
  launchScheduled: { everyMs: 10_000, run: launchScheduled },
  learnNames: { everyMs: 1_000, run: learnNames },
  lookUpMessages: { everyMs: 2_000, run: lookUpMessages },
  lookUpUnheard: { everyMs: minute, atStart: true, run: lookUpUnheard },
  pruneDeliveryMinutes: { everyMs: 60 * minute, run: pruneDeliveryMinutes },
  pruneEvents: { everyMs: 10 * minute, run: pruneEvents },
  purgeBadRows: { everyMs: 60 * minute, run: purgeBadRows },
  purgeRemoved: { everyMs: 60 * minute, run: purgeRemoved },
  purgeRevocations: { everyMs: 10 * minute, run: purgeRevocations },
  purgeTyping: { everyMs: 10 * minute, run: purgeTyping },
  purgeWebhooks: { everyMs: 60 * minute, run: purgeWebhooks },
  releaseWaiting: { everyMs: 1_000, run: releaseWaiting },
  takeTurns: { everyMs: 1_000, run: takeTurns },
};
