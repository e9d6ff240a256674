import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { baseDatabase, copyOf } from './base-database.ts';
import { benchedActions } from './benched-actions.ts';
import { document } from './document.ts';
import { machine } from './machine.ts';
import { measureAction, type MeasuredAction } from './measure-action.ts';
import { measureImport, type MeasuredImport } from './measure-import.ts';
import { measureInbound, type MeasuredInbound } from './measure-inbound.ts';
import { measureSoak, type MeasuredSoak } from './measure-soak.ts';
import { measureReads, type MeasuredReads } from './measure-reads.ts';
import { measureReview, type MeasuredFilter } from './measure-review.ts';
import { measureScrolling, type MeasuredScrolling } from './measure-scrolling.ts';
import { measureRequests, type MeasuredRequests } from './measure-requests.ts';
import { openBench, type Bench } from './open-bench.ts';
import { options } from './options.ts';
import { report } from './report.ts';

/** `npm run bench`: what the operations cost beside the bare statement, and what others feel meanwhile. */
const growing = ['release-unsent', 'mark', 'delete-unmessaged'];
const { save, rows, reps, seconds, wanted } = options([
  ...benchedActions.map(({ name }) => name),
  'import',
  'growth',
  'reads',
  'review',
  'scrolling',
  'requests',
  'inbound',
  'soak',
]);

const inboundTexts = 20_000;
const scrolledRows = 100_000;

const began = Date.now();
const tell = (line: string) =>
  console.error(`${String(Math.round((Date.now() - began) / 1_000)).padStart(4)} s  ${line}`);

const actions: MeasuredAction[] = [];
const smaller: MeasuredAction[] = [];
let reads: MeasuredReads | null = null;
let reviewed: MeasuredFilter[] = [];
let scrolled: MeasuredScrolling | null = null;
let imported: MeasuredImport | null = null;
let requested: MeasuredRequests | null = null;
let inbound: MeasuredInbound | null = null;
let soak: MeasuredSoak | null = null;

const onDatabase = ['import', 'reads', 'review', 'growth', ...benchedActions.map(({ name }) => name)].some(wanted);
if (onDatabase)
  await on(rows, async bench => {
    tell('warming up');
    await measureAction(bench, benchedActions[1]!, { rows, reps: 2 });
    if (wanted('reads')) {
      tell('reads');
      reads = await measureReads(bench);
    }
    if (wanted('review')) {
      tell('review');
      reviewed = await measureReview(bench);
    }
    for (const action of benchedActions) {
      if (!wanted(action.name) && !(wanted('growth') && growing.includes(action.name))) continue;
      tell(action.name);
      actions.push(await measureAction(bench, action, { rows, reps }));
    }
    if (wanted('import')) {
      await bench.restore();
      tell('import');
      imported = await measureImport(bench, { rows, reps });
    }
  });
if (wanted('growth')) {
  const tenth = Math.floor(rows / 10);
  await on(tenth, async bench => {
    for (const action of benchedActions.filter(({ name }) => growing.includes(name))) {
      tell(`${action.name}, a tenth`);
      smaller.push(await measureAction(bench, action, { rows: tenth, reps: Math.max(reps, 5), feel: false }));
    }
  });
}

if (wanted('requests')) {
  tell('requests');
  requested = await measureRequests();
}
if (wanted('inbound')) {
  tell('inbound');
  inbound = await measureInbound(inboundTexts);
}
if (wanted('soak')) {
  tell('soak');
  soak = await measureSoak(seconds);
}
// The last one: for it this process gives way to others, and stays so.
if (wanted('scrolling')) {
  tell('scrolling');
  scrolled = await measureScrolling(scrolledRows);
}

const { text, missed } = report({ actions, smaller, reads, reviewed, scrolled, imported, requested, inbound, soak });
const facts = await machine();
tell('done');
console.log(
  `\n${text}\n\n${facts}\n\n${missed === 0 ? 'All targets are met.' : `${missed} figures miss their target.`}`,
);
if (save) {
  const file = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
  await writeFile(file, document({ text, facts, rows, reps }));
}

async function on(size: number, work: (bench: Bench) => Promise<void>): Promise<void> {
  const { file, remove } = await copyOf(await baseDatabase(size, tell), String(size));
  try {
    const bench = await openBench(file);
    try {
      await work(bench);
    } finally {
      await bench.close();
    }
  } finally {
    await remove();
  }
}
