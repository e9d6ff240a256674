import { openDatabase } from '@campaign-kit/server/db/open';
import { startRunner } from '@campaign-kit/server/operations/runner';
import { createBus } from '@campaign-kit/server/realtime/bus';

/**
 * A server process reduced to its runner: carries on whatever it finds, says each chunk, and ends when nothing is
 * left, unless it is killed before. Its clock may be ahead.
 */
const [url, aheadMs = '0'] = process.argv.slice(2);
if (!url) throw new Error('the URL of the database is missing');
const db = await openDatabase({ url });
const world = { db, now: () => Date.now() + Number(aheadMs), bus: createBus(), sms: null };
const runner = startRunner(world, {
  chunkMs: 1,
  smallest: 100,
  onChunk: () => process.stdout.write('chunk\n'),
  onFailure: (_, error) => {
    process.stderr.write(String(error));
    process.exit(1);
  },
});
await runner.idle();
process.exit();
