import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { noFaults } from '@campaign-kit/demo/simulator/faults';
import { openConnections, type Called } from '@campaign-kit/demo/simulator/webhooks/http-call';
import { percentile } from './percentile.ts';
import { openTextingStage, turnFaultsOn, type TextingStage } from './texting-stage.ts';

export type MeasuredSoak = {
  readonly seconds: number;
  readonly crashes: number;
  /** From each kill until the next process answered, all together. Texts went on coming in. */
  readonly downS: number;
  readonly sent: number;
  readonly received: number;
  /** Ours that never reached the carrier or are nowhere, and theirs that are not in the database. */
  readonly lost: number;
  /** Texts that somebody got twice, or that are kept twice. */
  readonly double: number;
  /** Texts and callbacks that were answered, each from the request's leaving to the end of the answer. */
  readonly webhooks: number;
  readonly webhookP99Ms: number;
  /** The same for a handler of that process that needs nothing: what the machine and the busy loop add to any answer. */
  readonly bareP99Ms: number;
  readonly memory: { readonly early: number; readonly late: number };
};

const perSecond = { sends: 50, texts: 20 };
const numbers = 4;
const faultShare = 0.03;
/** In the first half: how often the server's process is killed in the middle of it. */
const crashes = 3;
const settleWithinMs = 300_000;
const bareEveryMs = 50;
const memoryEveryMs = 5_000;

/** So many seconds of sending and receiving with everything going wrong now and then; then it is counted who got what. */
export async function measureSoak(seconds: number): Promise<MeasuredSoak> {
  const answered: number[] = [];
  const bare: number[] = [];
  const keep = (latencies: number[]) => (called: Called) => {
    if (typeof called.outcome === 'number') latencies.push(called.tookMs);
  };
  const stage = await openTextingStage({
    people: perSecond.sends * seconds,
    numbers,
    sendEveryMs: (numbers * 1_000) / perSecond.sends,
    queued: true,
    onWebhook: keep(answered),
  });
  const beside = openConnections(keep(bare));
  try {
    turnFaultsOn(stage.simulator, faultShare);
    const memory: number[] = [];
    let texts = 0;
    let downS = 0;
    const began = performance.now();
    const elapsed = () => (performance.now() - began) / 1_000;
    const timers = [
      setInterval(() => {
        for (; texts < elapsed() * perSecond.texts; texts++) oneText(stage, texts);
      }, 10),
      setInterval(() => void askBare(stage, beside), bareEveryMs),
    ];
    for (let crash = 1; crash <= crashes; crash++) {
      await sleep(Math.max(0, (seconds * crash) / (2 * (crashes + 1)) - elapsed()) * 1_000);
      const killedAt = elapsed();
      await stage.crash();
      downS += elapsed() - killedAt;
    }
    await sleep(Math.max(0, seconds / 2 - elapsed()) * 1_000);
    while (elapsed() < seconds) {
      memory.push(await stage.memory());
      await sleep(Math.min(memoryEveryMs, Math.max(0, seconds - elapsed()) * 1_000));
    }
    timers.forEach(clearInterval);
    stage.simulator.control.setFaults(noFaults());
    await settled(stage);
    const verdict = await compare(stage);
    const third = Math.floor(memory.length / 3);
    const mean = (values: readonly number[]) =>
      values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    return {
      seconds,
      crashes,
      downS,
      ...verdict,
      webhooks: answered.length,
      webhookP99Ms: percentile(answered, 0.99),
      bareP99Ms: percentile(bare, 0.99),
      memory: { early: mean(memory.slice(third, 2 * third)), late: mean(memory.slice(2 * third)) },
    };
  } finally {
    beside.close();
    await stage.close();
  }
}

/** Somebody texts, whether or not anybody of ours is there to take it. */
function oneText({ simulator, phoneOf, numberOf }: TextingStage, nth: number): void {
  const person = (nth * 7) % 1_000;
  simulator.control.text({ from: phoneOf(person), to: numberOf(person), body: `text ${nth}` });
}

const askBare = ({ serverUrl }: TextingStage, beside: ReturnType<typeof openConnections>) =>
  beside.call({ url: `${serverUrl}/healthz`, method: 'GET', headers: {}, body: '', connectMs: 1_000, readMs: 5_000 });

/** Nothing is queued, waits for a second try, or is with the carrier without an answer; all that was written is understood. */
async function settled({ db, simulator }: TextingStage): Promise<void> {
  const giveUpAt = Date.now() + settleWithinMs;
  while (Date.now() < giveUpAt) {
    const theirs = simulator.control.messages().filter(({ direction }) => direction === 'inbound').length;
    const [left] = await db.read.all<{ count: number }>(sql`
      SELECT (SELECT count(*) FROM messages WHERE send_status IN (-2, -1, 0, 1))
        + (SELECT count(*) FROM webhook_events WHERE processed_at IS NULL)
        + ${theirs} - (SELECT count(*) FROM messages WHERE inbound = 1) AS count`);
    if (left!.count === 0) return;
    await sleep(1_000);
  }
}

async function compare({ db, simulator }: TextingStage) {
  const all = simulator.control.messages();
  const ours = all.filter(({ direction }) => direction !== 'inbound');
  const theirs = all.filter(({ direction }) => direction === 'inbound');
  const times = new Map<string, number>();
  for (const { to, body } of ours) times.set(`${to} ${body}`, (times.get(`${to} ${body}`) ?? 0) + 1);
  const [kept] = await db.read.all<{ sent: number; unsent: number; inbound: number; distinct_inbound: number }>(sql`
    SELECT sum(inbound = 0 AND service_sid IS NOT NULL) AS sent, sum(inbound = 0 AND service_sid IS NULL) AS unsent,
      sum(inbound = 1) AS inbound, count(DISTINCT CASE WHEN inbound = 1 THEN service_sid END) AS distinct_inbound
    FROM messages`);
  const { sent = 0, unsent = 0, inbound = 0, distinct_inbound: distinct = 0 } = kept ?? {};
  const unknownToCarrier = Math.max(0, sent - times.size);
  return {
    sent,
    received: inbound,
    lost: unsent + unknownToCarrier + Math.max(0, theirs.length - distinct),
    double: [...times.values()].filter(count => count > 1).length + (inbound - distinct),
  };
}
