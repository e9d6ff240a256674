import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { migrate } from '@campaign-kit/server/db/migrate';
import { openDatabase } from '@campaign-kit/server/db/open';
import { startSimulator, type Simulator, type SimulatorOptions } from '@campaign-kit/demo/simulator/start-simulator';
import { faultTable, type FaultName } from '@campaign-kit/demo/simulator/faults';

export type TextingStage = Awaited<ReturnType<typeof openTextingStage>>;

export const accountSid = `AC${'0'.repeat(32)}`;
export const authToken = 'token-of-the-bench';
const [firstNumber, firstPhone] = [15_005_550_000, 12_125_550_000];
const campaignId = 1;

/** `sendEveryMs`: the pace of each number. */
type Wanted = { people: number; numbers: number; queued: boolean; sendEveryMs?: number };
type Stage = Wanted & Pick<SimulatorOptions, 'onWebhook'>;

/**
 * A server process on a new file, a simulated carrier, and a campaign of so many people on whose way nothing stands. `queued`:
 * each of them has an initial message in the queue already; else each was texted an hour ago.
 */
export async function openTextingStage({ people, numbers, queued, sendEveryMs = 50, onWebhook }: Stage) {
  const directory = await mkdtemp(join(tmpdir(), 'campaign-kit-bench-'));
  const url = `file:${join(directory, 'texting.db')}`;
  await migrate({ url });
  const db = await openDatabase({ url });
  await fill(db, { people, numbers, queued, sendEveryMs });
  const simulator = await startSimulator({
    port: 0,
    accountSid,
    authToken,
    ...(onWebhook && { onWebhook }),
    settings: { segmentsPerSecond: 20, receiptMs: [100, 600], slowMs: 3_000, lateMs: 8_000, optOutHandling: false },
  });
  const main = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url));
  const port = await freePort();
  const said: string[] = [];
  const start = () => {
    const started = spawn(process.execPath, ['--import', 'tsx', main], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env.PATH,
        CAMPAIGN_KIT_DATABASE_URL: url,
        CAMPAIGN_KIT_SESSION_SECRET: 's'.repeat(32),
        CAMPAIGN_KIT_PORT: String(port),
        CAMPAIGN_KIT_PUBLIC_URL: `http://127.0.0.1:${port}`,
        CAMPAIGN_KIT_LOG_LEVEL: 'warn',
        TWILIO_ACCOUNT_SID: accountSid,
        TWILIO_AUTH_TOKEN: authToken,
        CAMPAIGN_KIT_TWILIO_URL: simulator.url,
      },
    });
    started.stdout.setEncoding('utf8').on('data', (text: string) => void said.push(text));
    return started;
  };
  let child = start();
  const serverUrl = `http://127.0.0.1:${port}`;
  await answering(serverUrl);
  for (let at = 0; at < numbers; at++) {
    simulator.control.addNumber({
      phoneNumber: `+${firstNumber + at}`,
      smsUrl: `${serverUrl}/webhooks/twilio/inbound`,
    });
  }
  return {
    db,
    simulator,
    serverUrl,
    /** Lines of the server's log that are not for information only. */
    said,
    phoneOf: (nth: number) => `+${firstPhone + nth}`,
    numberOf: (nth: number) => `+${firstNumber + (nth % numbers)}`,
    /** Bytes that the server's process holds. */
    memory: async () => {
      const metrics = await (await fetch(`${serverUrl}/metrics`)).text();
      return Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]);
    },
    /** The process is killed in the middle of whatever it does, and another one started. */
    crash: async () => {
      child.kill('SIGKILL');
      await once(child, 'close');
      child = start();
      await answering(serverUrl);
    },
    close: async () => {
      child.kill('SIGTERM');
      await once(child, 'close');
      await simulator.stop();
      await db.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Some of all that can go wrong and be mended; what a carrier refuses for good is not lost but refused. */
export function turnFaultsOn(simulator: Simulator, share: number): void {
  const left = new Set<FaultName>(['wrongSignature', 'inboundWrongSignature']);
  const names = (Object.keys(faultTable) as FaultName[]).filter(
    name => faultTable[name].group !== 'carrier' && !left.has(name),
  );
  simulator.control.setFaults(Object.fromEntries(names.map(name => [name, share])));
}

type Db = Awaited<ReturnType<typeof openDatabase>>;

export async function fill(db: Db, { people, numbers, queued, sendEveryMs = 50 }: Wanted) {
  const now = Date.now();
  const series = (count: number) =>
    sql`(WITH RECURSIVE n(at) AS (SELECT 0 UNION ALL SELECT at + 1 FROM n WHERE at + 1 < ${count}) SELECT at FROM n)`;
  await db.write(async tx => {
    await tx.run(sql`INSERT INTO organizations (id, name, created_at) VALUES (1, 'Bench', ${now})`);
    await tx.run(sql`INSERT INTO phone_numbers (id, organization_id, phone, send_every_ms)
      SELECT at + 1, 1, ${firstNumber} + at, ${sendEveryMs} FROM ${series(numbers)}`);
    await tx.run(
      sql`INSERT INTO contact_lists (id, organization_id, name, columns, created_at) VALUES (1, 1, 'Bench', '[]', ${now})`,
    );
    await tx.run(sql`INSERT INTO campaigns (id, organization_id, title, contact_list_id, time_zone, texting_from_minute,
      texting_to_minute, launched_at, created_at, updated_at)
      VALUES (${campaignId}, 1, 'Bench', 1, 'America/New_York', 0, 1440, ${now}, ${now}, ${now})`);
    await tx.run(sql`INSERT INTO conversation_blocks (first_id, last_id, next_id, campaign_id)
      VALUES (1, ${people + 65_536}, ${people + 1}, ${campaignId})`);
    await tx.run(sql`INSERT INTO contacts (id, organization_id, contact_list_id, phone, first_name, last_name, zip, external_id, custom, created_at)
      SELECT at + 1, 1, 1, ${firstPhone} + at, 'Ann', 'Doe', '10001', '', '{}', ${now} FROM ${series(people)}`);
    await tx.run(sql`INSERT INTO conversations (id, organization_id, campaign_id, contact_id, phone, status, last_at, last_messaged_at, phone_number_id)
      SELECT at + 1, 1, ${campaignId}, at + 1, ${firstPhone} + at, 0, ${now}, ${now - 3_600_000}, at % ${numbers} + 1 FROM ${series(people)}`);
    await tx.run(sql`INSERT INTO campaign_counts (campaign_id, messaged) VALUES (${campaignId}, ${people})`);
    if (!queued) return;
    await tx.run(sql`INSERT INTO messages (organization_id, campaign_id, conversation_id, initial_of_pass, text, send_status, created_at, phone_number_id)
      SELECT 1, ${campaignId}, at + 1, 1, 'Hi Ann, number ' || at, 1, ${now}, at % ${numbers} + 1 FROM ${series(people)}`);
    await tx.run(sql`INSERT INTO message_counts (campaign_id, inbound, send_status, error_code, count)
      VALUES (${campaignId}, 0, 1, 0, ${people})`);
  });
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (
      await fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error('The server did not start.');
}
