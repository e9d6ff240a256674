import { openDatabase } from '@campaign-kit/server/db/open';
import { startRunner } from '@campaign-kit/server/operations/runner';
import { createBus } from '@campaign-kit/server/realtime/bus';

/** A server process reduced to its runner: carries on whatever it finds, says each chunk, and waits to be killed. */
const url = process.argv[2];
if (!url) throw new Error('the URL of the database is missing');
const db = await openDatabase({ url });
const world = { db, now: Date.now, bus: createBus(), sms: null };
startRunner(world, {
  chunkMs: 1,
  smallest: 100,
  onChunk: () => process.stdout.write('chunk\n'),
  onFailure: (_, error) => {
    process.stderr.write(String(error));
    process.exit(1);
  },
});
setInterval(() => undefined, 1_000);
