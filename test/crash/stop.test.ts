import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { runOperations } from '@campaign-kit/server/fixture/run-operations';
import { startProcess } from '@campaign-kit/server/fixture/server-process';
import { testServer } from '@campaign-kit/server/fixture/test-server';
import { seedCampaign } from '../fixture/seed-campaign.ts';

const rows = 300_000;

test(
  'told to stop in the middle of an operation, a server finishes its chunk, and the rest goes on later',
  { timeout: 60_000 },
  async () => {
    const server = await testServer({ now: Date.now() });
    const session = await server.session();
    const world = { organizationId: session.organizationId, texterIds: [session.userId], now: server.now() };
    const conversations = [{ n: rows, status: 'messaged' as const, texter: 1 }];
    const campaignId = await server.db.write(tx => seedCampaign(tx, world, { conversations }));
    const { campaigns, operations } = server.caller(session);
    const action = { name: 'markSecondPass', input: { windowMinutes: null, excludeNewer: false } } as const;
    const asked = { campaignId, action, previewed: rows, requestKey: randomUUID() };
    const { id: operationId } = await campaigns.runAction(asked);

    const child = startProcess('main.ts', [], {
      CAMPAIGN_KIT_DATABASE_URL: server.url,
      CAMPAIGN_KIT_SESSION_SECRET: 's'.repeat(32),
      CAMPAIGN_KIT_PORT: '0',
    });
    while ((await operations.get({ operationId })).done === 0) await sleep(2);
    child.kill('SIGTERM');
    const { code, out } = await child.ended;
    expect([code, out]).toEqual([0, expect.stringContaining('"msg":"stopped"')]);
    expect(out).not.toContain('"level":"error"');

    const stopped = await operations.get({ operationId });
    expect(stopped.state).toBe('running');
    expect(stopped.done).toBeLessThan(rows);
    const [changed] = await server.db.read.all<{ n: number }>(
      sql`SELECT count(*) AS n FROM conversations WHERE operation_id = ${operationId} AND pass = 2`,
    );
    expect(changed?.n).toBe(stopped.done);

    server.pass(120_000);
    await runOperations(server);
    expect(await operations.get({ operationId })).toMatchObject({ state: 'done', done: rows });
  },
);
