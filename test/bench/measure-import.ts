import { campaigns } from '@campaign-kit/server/db/schema/campaigns';
import { importContacts } from '@campaign-kit/server/contacts/import-contacts';
import type { Database } from '@campaign-kit/server/db/open';
import { bareImport } from './bare-import.ts';
import { beside, type Felt } from './beside.ts';
import { coreClock } from './core-clock.ts';
import { generatedAt } from './generate.ts';
import { importFile } from './import-file.ts';
import type { Bench } from './open-bench.ts';
import { median } from './percentile.ts';
import { recount } from './recount.ts';

export type MeasuredImport = {
  readonly rows: number;
  /** In two statements out of a table, in the write transactions of an import, and from its first byte to its end. */
  readonly bareRowsPerSecond: number;
  readonly databaseRowsPerSecond: number;
  readonly endToEndRowsPerSecond: number;
  readonly felt: readonly Felt[];
};

const partBytes = 65_536;

/** Imports a file into a new campaign, and another with a list query beside it. */
export async function measureImport(
  bench: Bench,
  { rows, reps }: { rows: number; reps: number },
): Promise<MeasuredImport> {
  const people = Math.floor(rows / 5);
  const runs: { databaseMs: number; ms: number }[] = [];
  const felt: Felt[] = [];
  for (let rep = 0; rep < reps; rep++) {
    for (const lists of [false, true]) {
      const file = importFile(rows, people, rep * 2 + Number(lists));
      const campaignId = await newCampaign(bench);
      await bench.quiet();
      const { result, felt: feeling } = await beside(bench, () => runImport(bench, campaignId, file), { lists });
      if (lists) felt.push(feeling);
      else runs.push(result);
      const { imported } = result;
      if (imported !== people) throw new Error(`${imported} of ${people} rows were imported`);
    }
  }
  const bareMs = await bareImport(bench, await newCampaign(bench), people);
  const wrong = await recount(bench.world.db.read);
  if (wrong.length > 0) throw new Error(`kept counts are wrong: ${wrong.join('; ')}`);
  return {
    rows: people,
    bareRowsPerSecond: (people / bareMs) * 1_000,
    databaseRowsPerSecond: (people / median(runs.map(({ databaseMs }) => databaseMs))) * 1_000,
    endToEndRowsPerSecond: (people / median(runs.map(({ ms }) => ms))) * 1_000,
    felt,
  };
}

async function runImport({ world, letClockGo }: Bench, campaignId: number, file: ReturnType<typeof importFile>) {
  let databaseMs = 0;
  const write: Database['write'] = async (work, wanted) => {
    const began = coreClock();
    try {
      return await world.db.write(work, wanted);
    } finally {
      databaseMs += coreClock() - began;
    }
  };
  async function* source() {
    for (let at = 0; at < file.bytes.length; at += partBytes) yield file.bytes.subarray(at, at + partBytes);
  }
  letClockGo();
  const began = coreClock();
  const { mapping, bytes } = file;
  const input = { campaignId, fileName: 'people.csv', mapping, bytes: bytes.length, source: source() };
  const { result } = await importContacts(
    { ...world, db: { ...world.db, write } },
    { organizationId: 1, userId: null, ...input },
  );
  const ms = coreClock() - began;
  return { ms, databaseMs, imported: (result as { imported?: number } | null)?.imported };
}

async function newCampaign({ world: { db } }: Bench): Promise<number> {
  const at = generatedAt;
  const row = { organizationId: 1, title: 'Import', timeZone: 'America/New_York', createdAt: at, updatedAt: at };
  const [made] = await db.write(tx => tx.insert(campaigns).values(row).returning({ id: campaigns.id }));
  return made!.id;
}
