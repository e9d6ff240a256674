import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { keptAndRecounted } from '@campaign-kit/server/fixture/recount';
import { testServer } from '@campaign-kit/server/fixture/test-server';
import { leaseMs } from '@campaign-kit/server/operations/run-chunks';
import { seedCampaign } from '../fixture/seed-campaign.ts';
import { bundledProgram } from './bundled-program.ts';

const rows = 100_000;
const kills = 20;

type Outcome = 'killed' | 'nothing to do';
type Life = { program: string; url: string; aheadMs: number; chunks: number; afterMs: number };

/**
 * Starts a process, lets it do some chunks, and kills it in the middle of whatever it does then. Its clock is `aheadMs`
 * ahead: for it, the lease of the one before has run out.
 */
async function runAndKill({ program, url, aheadMs, chunks, afterMs }: Life): Promise<Outcome> {
  const words = [program, url, String(aheadMs)];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  let seen = 0;
  const enough = new Promise<Outcome>(resolve => {
    child.stdout.on('data', (data: Buffer) => {
      seen += data.toString().split('\n').length - 1;
      if (seen >= chunks) resolve('killed');
    });
  });
  const closed = once(child, 'close').then((): Outcome => 'nothing to do');
  const outcome = await Promise.race([enough, closed]);
  if (outcome === 'killed') await sleep(afterMs);
  child.kill('SIGKILL');
  await closed;
  return outcome;
}

test(
  'killed twenty times in the middle of 100,000 rows, every conversation is changed exactly once',
  { timeout: 180_000 },
  async () => {
    const program = await bundledProgram('run-until-killed');
    const server = await testServer({ now: Date.now() });
    const { url } = server;
    let aheadMs = 0;
    const live = (chunks: number, afterMs: number) =>
      runAndKill({ program, url, aheadMs: (aheadMs += leaseMs), chunks, afterMs });
    const session = await server.session();
    const world = { organizationId: session.organizationId, texterIds: [session.userId], now: server.now() };
    const conversations = [{ n: rows, status: 'messaged' as const, texter: 1 }];
    const campaignId = await server.db.write(tx => seedCampaign(tx, world, { conversations }));
    const caller = server.caller(session);
    const action = { name: 'markSecondPass', input: { windowMinutes: null, excludeNewer: false } } as const;
    const { id: operationId } = await caller.campaigns.runAction({
      campaignId,
      action,
      previewed: rows,
      requestKey: randomUUID(),
    });

    const progress: number[] = [];
    for (let kill = 0; kill < kills; kill++) {
      expect(await live(1 + (kill % 4), Math.random() * 6)).toBe('killed');
      const { done, state } = await caller.operations.get({ operationId });
      expect(state).toBe('running');
      progress.push(done);
      const [changed] = await server.db.read.all<{ n: number }>(
        sql`SELECT count(*) AS n FROM conversations WHERE operation_id = ${operationId} AND pass = 2 AND before_pass = 1`,
      );
      expect(changed?.n).toBe(done);
    }
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBeLessThan(rows);

    let last = await caller.operations.get({ operationId });
    while (last.state === 'running') {
      await live(400, 0);
      last = await caller.operations.get({ operationId });
    }
    expect(last).toMatchObject({ state: 'done', done: rows });
    const passes = await server.db.read.all<{ pass: number; n: number }>(
      sql`SELECT pass, count(*) AS n FROM conversations WHERE campaign_id = ${campaignId} GROUP BY pass`,
    );
    expect(passes).toEqual([{ pass: 2, n: rows }]);
    const { kept, recounted } = await keptAndRecounted(server.db.read, campaignId);
    expect(kept).toEqual(recounted);
  },
);
