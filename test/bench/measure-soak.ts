import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { noFaults } from '@campaign-kit/demo/simulator/faults';
import { percentile } from './percentile.ts';
import { openTextingStage, turnFaultsOn, type TextingStage } from './texting-stage.ts';

export type MeasuredSoak = {
  readonly seconds: number;
  readonly crashes: number;
  readonly sent: number;
  readonly received: number;
  /** Ours that never reached the carrier or are nowhere, and theirs that are not in the database. */
  readonly lost: number;
  /** Texts that somebody got twice, or that are kept twice. */
  readonly double: number;
  readonly webhookP99Ms: number;
  readonly memory: { readonly early: number; readonly late: number };
};

const perSecond = { sends: 50, texts: 20 };
const numbers = 4;
const faultShare = 0.03;
/** In the first half: how often the server's process is killed in the middle of it. */
const crashes = 3;
const settleWithinMs = 300_000;

/** So many seconds of sending and receiving with everything going wrong now and then; then it is counted who got what. */
export async function measureSoak(seconds: number): Promise<MeasuredSoak> {
  const stage = await openTextingStage({
    people: perSecond.sends * seconds,
    numbers,
    sendEveryMs: (numbers * 1_000) / perSecond.sends,
    queued: true,
  });
  try {
    turnFaultsOn(stage.simulator, faultShare);
    const latencies: number[] = [];
    const memory: number[] = [];
    let underWay = 0;
    let texts = 0;
    let pausedS = 0;
    let crashed = 0;
    const began = performance.now();
    for (;;) {
      const elapsed = (performance.now() - began) / 1_000;
      if (elapsed >= seconds) break;
      if (crashed < crashes && elapsed > (seconds * (crashed + 1)) / (2 * (crashes + 1))) {
        // What nobody took is the carrier's to keep: so nothing comes in while there is nobody.
        while (underWay > 0) await sleep(20);
        await stage.crash();
        crashed++;
        pausedS += (performance.now() - began) / 1_000 - elapsed;
        continue;
      }
      for (; texts < (elapsed - pausedS) * perSecond.texts; texts++) {
        underWay++;
        void oneText(stage, texts, latencies).finally(() => underWay--);
      }
      if (elapsed > seconds / 2 && memory.length < (elapsed - seconds / 2) / 5) memory.push(await stage.memory());
      await sleep(10);
    }
    stage.simulator.control.setFaults(noFaults());
    await settled(stage);
    const verdict = await compare(stage);
    const third = Math.floor(memory.length / 3);
    const mean = (values: readonly number[]) =>
      values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    return {
      seconds,
      ...verdict,
      webhookP99Ms: percentile(latencies, 0.99),
      crashes,
      memory: { early: mean(memory.slice(third, 2 * third)), late: mean(memory.slice(2 * third)) },
    };
  } finally {
    await stage.close();
  }
}

/** Somebody texts; how long until our server has answered the webhook, where the carrier did not keep it back. */
async function oneText(
  { simulator, phoneOf, numberOf }: TextingStage,
  nth: number,
  latencies: number[],
): Promise<void> {
  const person = (nth * 7) % 1_000;
  const began = performance.now();
  await simulator.control.text({ from: phoneOf(person), to: numberOf(person), body: `text ${nth}` }).handed;
  const tookMs = performance.now() - began;
  if (tookMs < simulator.control.settings().lateMs) latencies.push(tookMs);
}

/** Nothing is queued, waits for a second try, or is with the carrier without an answer; all that came in is understood. */
async function settled({ db }: TextingStage): Promise<void> {
  const giveUpAt = Date.now() + settleWithinMs;
  while (Date.now() < giveUpAt) {
    const [left] = await db.read.all<{ count: number }>(sql`
      SELECT (SELECT count(*) FROM messages WHERE send_status IN (-2, -1, 0, 1))
        + (SELECT count(*) FROM webhook_events WHERE processed_at IS NULL) AS count`);
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
