import { sql, type SQL } from 'drizzle-orm';
import { setImmediate as breathe } from 'node:timers/promises';
import { isDearest, isDearToAsk, type Stretch } from '../conversations/condition.ts';
import { hullOf, isOfCampaigns, type Few, type Sought } from './sought.ts';
import { stepMs } from './step.ts';
import { walkTimes } from './walk-times.ts';

/** The first step is the smallest. */
const firstStep = 16_384;
/** Ids so near each other are asked together. */
const near = 65_536;

/**
 * Gets the condition under which a row of this step is sought, and what says through which index; says `enough` when the rest
 * does not matter.
 */
export type Visit = (isSought: SQL, through: SQL) => Promise<'enough' | void>;

const byId = sql`NOT INDEXED`;

/** Goes through all that is sought, in whatever order is the fastest. */
export async function walkAnyhow(sought: Sought, visit: Visit): Promise<void> {
  const short = await sought.short();
  return short ? walkTimes(sought, short, visit) : walk(sought, visit);
}

/** Goes through all ids that are sought, upwards and in steps of some milliseconds. */
export async function walk(sought: Sought, visit: Visit): Promise<void> {
  const { stretches, few } = sought;
  if (stretches.length === 0) return;
  if (few) return visitFew(sought, few, visit);
  // The beginning of a word is looked up anew for each step, which takes some milliseconds alone.
  const more = sought.conditions.some(isDearest) ? 2.5 : 1;
  let size = firstStep * more;
  for (const { firstId, lastId } of stretches) {
    for (let from = firstId; from <= lastId;) {
      const stretch = { firstId: from, lastId: Math.min(lastId, from + size - 1) };
      const began = performance.now();
      if ((await visit(isSoughtIn(sought, stretch), byId)) === 'enough') return;
      const tookMs = performance.now() - began;
      from = stretch.lastId + 1;
      size = Math.max(firstStep, Math.round(size * Math.min(4, (stepMs * more) / Math.max(tookMs, 0.5))));
      await breathe();
    }
  }
}

/**
 * Ids that an index knows to be few are all looked at, so many at once that the other conditions cost no more than a step.
 * What is dear to ask is asked of all that are near each other together.
 */
async function visitFew({ stretches, conditions, campaignIds }: Sought, few: Few, visit: Visit): Promise<void> {
  const { firstId, lastId } = hullOf(stretches);
  const found = (await few.ids()).filter(id => id >= firstId && id <= lastId);
  const others = conditions.filter(condition => condition !== few.condition);
  const together = new Set(others.filter(condition => condition.among && isDearToAsk(condition)));
  const cost = others.reduce((sum, condition) => sum + (together.has(condition) ? 0 : (condition.cost ?? 0)), 2);
  const atOnce = Math.ceil((stepMs * 1_000) / cost);
  for (let from = 0; from < found.length;) {
    const first = found[from] as number;
    const last = together.size > 0 ? first + near : lastId;
    const some = found.slice(from, from + atOnce).filter(id => id <= last);
    const stretch = { firstId: first, lastId: some.at(-1) ?? first };
    const isOne = sql`conversations.id IN (SELECT value FROM json_each(${JSON.stringify(some)}))`;
    const are = others.map(one => (together.has(one) ? (one.among?.(stretch) ?? one.each) : one.each));
    if ((await visit(sql.join([isOne, isOfCampaigns(campaignIds), ...are], sql` AND `), byId)) === 'enough') return;
    from += some.length;
    await breathe();
  }
}

function isSoughtIn({ conditions }: Sought, stretch: Stretch): SQL {
  // The plus keeps SQLite from reading every row of the stretch: few of them are among those that the words know.
  const knows = conditions.some(condition => condition.among && isDearToAsk(condition));
  const id = knows ? sql`+conversations.id` : sql`conversations.id`;
  const within = sql`${id} BETWEEN ${stretch.firstId} AND ${stretch.lastId}`;
  return sql.join([within, ...conditions.map(({ each, among }) => among?.(stretch) ?? each)], sql` AND `);
}
