import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { keptAndRecounted } from '@campaign-kit/server/fixture/recount';
import { testServer } from '@campaign-kit/server/fixture/test-server';
import { seedCampaign } from '../fixture/seed-campaign.ts';

const program = fileURLToPath(new URL('run-until-killed.ts', import.meta.url));
const rows = 100_000;
const kills = 20;

/** Starts a process, lets it do some chunks, and kills it in the middle of whatever it does then. */
async function runAndKill(url: string, chunks: number, afterMs: number): Promise<'killed' | 'nothing to do'> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  let seen = 0;
  const enough = new Promise<'killed'>(resolve => {
    child.stdout.on('data', (data: Buffer) => {
      seen += data.toString().split('\n').length - 1;
      if (seen >= chunks) resolve('killed');
    });
  });
  const outcome = await Promise.race([enough, sleep(8_000, 'nothing to do' as const, { ref: false })]);
  if (outcome === 'killed') await sleep(afterMs);
  child.kill('SIGKILL');
  await once(child, 'close');
  return outcome;
}

test(
  'killed twenty times in the middle of 100,000 rows, every conversation is changed exactly once',
  { timeout: 180_000 },
  async () => {
    const server = await testServer({ now: Date.now() });
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
      expect(await runAndKill(server.url, 1 + (kill % 4), Math.random() * 6)).toBe('killed');
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
      await runAndKill(server.url, 400, 0);
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
