import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { campaigns } from '../db/schema/campaigns.ts';
import { conversations } from '../db/schema/conversations.ts';
import { operations, outbox } from '../db/schema/operations.ts';
import { addCampaign } from '../fixture/add-campaign.ts';
import { keptAndRecounted } from '../fixture/recount.ts';
import { testServer } from '../fixture/test-server.ts';
import type { World } from '../world.ts';
import { closeIdleImports } from './close-idle-imports.ts';
import { startImport } from './start-import.ts';
import { uploadImport } from './upload-import.ts';

const header = 'phone,city\n';
/** Every tenth row is bad, every eleventh has the phone of the one before. */
const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => {
    const n = from + at;
    if (n % 10 === 9) return `bad ${n},x\n`;
    return `212${String(2_000_000 + (n % 11 === 10 ? n - 1 : n) * 37).padStart(7, '0')},"Troy, ${n}"\n`;
  });

async function* stream(lines: readonly string[], breakAfter = Infinity) {
  for (let at = 0; at < lines.length; at += 500) {
    if (at >= breakAfter) throw new Error('the connection broke');
    yield Buffer.from(lines.slice(at, at + 500).join(''));
  }
}

async function setUp({ bytes }: { bytes?: number } = {}) {
  const server = await testServer();
  const organizationId = (await server.organization()).id;
  const { campaignId } = await addCampaign(server, { organizationId, conversations: [] });
  const mapping = { columns: { phone: 'phone' } };
  const input = { campaignId, fileName: 'people.csv', mapping, ...(bytes === undefined ? {} : { bytes }) };
  const { id: operationId } = await startImport(server.world, { organizationId, userId: null }, input);
  const upload = (lines: readonly string[], { breakAfter = Infinity, world = server.world } = {}) =>
    uploadImport(world, { organizationId, operationId, source: stream([header, ...lines], breakAfter) });
  const operation = async () => {
    const [row] = await server.db.read.select().from(operations).where(eq(operations.id, operationId));
    return row;
  };
  const set = (values: Partial<typeof operations.$inferSelect>) =>
    server.db.write(tx => tx.update(operations).set(values).where(eq(operations.id, operationId)));
  return { server, organizationId, campaignId, operationId, upload, operation, set };
}

/** A world whose process dies at the nth write: what it has committed until then stays. */
function dyingAt(world: World, writes: number): World {
  let left = writes;
  const write: World['db']['write'] = (work, wanted) => {
    if (left-- <= 0) throw new Error('killed');
    return world.db.write(work, wanted);
  };
  return { ...world, db: { ...world.db, write } };
}

const lines = rows(6_000);
const whole = { rows: 6_000, imported: 4_964, revived: 0, duplicates: 436, optedOut: 0, bad: 600, badKept: 600 };

describe('an upload', () => {
  test('ends with counts that add up, and tells of itself', async () => {
    const { server, campaignId, operationId, upload } = await setUp();
    expect(await upload(lines)).toMatchObject({ state: 'done', total: 6_000, done: 4_964, result: whole });
    const { kept, recounted } = await keptAndRecounted(server.db.read, campaignId);
    expect(kept).toEqual(recounted);
    expect(kept.needsMessage).toBe(4_964);
    const events = (await server.db.read.select().from(outbox)).map(({ event }) => event);
    expect(events).toContainEqual({ type: 'conversationsChanged', campaignId });
    expect(events).toContainEqual({ type: 'operationChanged', operationId, campaignId });
  });

  test('that breaks keeps what came, goes on when it is sent again, and doubles nothing', async () => {
    const { server, campaignId, upload, operation } = await setUp();
    await expect(upload(lines, { breakAfter: 5_000 })).rejects.toThrow('the connection broke');
    expect(await operation()).toMatchObject({ state: 'running', cursor: 4_998, leasedUntil: 0 });
    expect(await upload(lines)).toMatchObject({ state: 'done', result: whole });
    expect(await server.db.read.$count(conversations)).toBe(4_964);
    const { kept, recounted } = await keptAndRecounted(server.db.read, campaignId);
    expect(kept).toEqual(recounted);
  });

  test('whose server is killed between two chunks goes on behind the last one, and counts nobody twice', async () => {
    const { server, upload, operation } = await setUp();
    for (const writes of [2, 1]) {
      await expect(upload(lines, { world: dyingAt(server.world, writes) })).rejects.toThrow('killed');
      expect((await operation())?.cursor).toBe(0);
    }
    const { applied } = (await operation())?.before as { applied: number };
    expect(applied).toBeGreaterThan(0);
    expect(await server.db.read.$count(conversations)).toBeGreaterThan(0);
    expect(await upload(lines)).toMatchObject({ state: 'done', result: whole });
  });

  test('may be sent again after it is done, and is refused', async () => {
    const { upload } = await setUp();
    await upload(rows(10));
    await expect(upload(rows(10))).rejects.toMatchObject({ reason: 'refusal.notRunning' });
  });

  test('goes on with the same columns only', async () => {
    const { organizationId, operationId, server, upload } = await setUp();
    await expect(upload(lines, { breakAfter: 5_000 })).rejects.toThrow();
    const source = stream(['phone,town\n', ...lines]);
    await expect(uploadImport(server.world, { organizationId, operationId, source })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'refusal.importOtherFile',
    });
  });

  test('that is shorter than it said, or than it was before, was cut off and can be sent again', async () => {
    const { upload, operation } = await setUp({ bytes: Buffer.byteLength([header, ...lines].join('')) });
    for (const count of [4_000, 2_000]) {
      await expect(upload(lines.slice(0, count))).rejects.toMatchObject({ reason: 'refusal.importCutOff' });
    }
    expect(await operation()).toMatchObject({ state: 'running', cursor: 4_000 });
    expect(await upload(lines)).toMatchObject({ state: 'done', result: whole });
  });

  test('says how many rows the file will have had, by its bytes', async () => {
    const bytes = Buffer.byteLength([header, ...lines].join(''));
    const { upload, operation } = await setUp({ bytes });
    await expect(upload(lines, { breakAfter: 5_000 })).rejects.toThrow();
    expect(Math.abs(((await operation())?.total ?? 0) - 6_000)).toBeLessThan(200);
  });

  test('stops when it is asked to, between two chunks', async () => {
    const { upload, operation, set } = await setUp();
    await expect(upload(lines, { breakAfter: 5_000 })).rejects.toThrow();
    await set({ cancelAskedAt: 1 });
    expect(await upload(lines)).toMatchObject({ state: 'cancelled', result: { rows: 4_998 } });
    expect((await operation())?.finishedAt).not.toBeNull();
  });

  test('stops when its campaign is archived', async () => {
    const { server, campaignId, upload } = await setUp();
    await server.db.write(tx => tx.update(campaigns).set({ archivedAt: 1 }).where(eq(campaigns.id, campaignId)));
    await expect(upload(lines)).rejects.toMatchObject({ code: 'conflict', reason: 'refusal.archived' });
  });

  test('of a file that cannot be read to its end has failed, and says why', async () => {
    const { upload, operation } = await setUp();
    const broken = [...rows(100), '2125559999,"no end\n', ...rows(100, 100)];
    await expect(upload(broken)).rejects.toMatchObject({ reason: 'refusal.importQuote', values: { line: 102 } });
    expect(await operation()).toMatchObject({
      state: 'failed',
      result: { rows: 100, reason: 'refusal.importQuote', values: { line: 102 } },
    });
  });

  for (const [what, chosen, reason] of [
    ['a column that the file has not', { phone: 'Cell' }, 'refusal.importNoColumn'],
    ['the same column twice', { phone: 'phone', zip: 'phone' }, 'refusal.importColumnTwice'],
  ] as const) {
    test(`with a mapping that chooses ${what} has failed`, async () => {
      const { upload, operation, set } = await setUp();
      await set({ input: { ...(await operation())?.input, mapping: { columns: chosen } } });
      await expect(upload(lines)).rejects.toMatchObject({ code: 'validation', reason });
      expect((await operation())?.state).toBe('failed');
    });
  }
});

describe('an import that nobody uploads', () => {
  test('ends when it was cancelled', async () => {
    const { server, set, operation } = await setUp();
    await closeIdleImports(server.world);
    expect((await operation())?.state).toBe('running');
    await set({ cancelAskedAt: 1 });
    await closeIdleImports(server.world);
    expect(await operation()).toMatchObject({ state: 'cancelled', finishedAt: server.now() });
  });

  test('ends after a day', async () => {
    const { server, operation } = await setUp();
    server.pass(86_400_001);
    await closeIdleImports(server.world);
    expect((await operation())?.state).toBe('failed');
  });
});
