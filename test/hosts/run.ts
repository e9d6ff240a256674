import { frames } from './frames.ts';
import { journey, type Look } from './journey.ts';
import { modals } from './modals.ts';
import { moves } from './moves.ts';
import { policies } from './policies.ts';
import type { Scenario } from './scenario.ts';
import { sessions } from './sessions.ts';
import { openStage } from './stage.ts';
import { styles } from './styles.ts';

/** Every host that we can think of, one after the other; each has a browser and a server's organization of its own. */
const scenarios: readonly Scenario[] = [...styles, ...policies, ...modals, ...moves, ...frames, ...sessions];

const [wanted = ''] = process.argv.slice(2);
const stage = await openStage();
const plain = await plainLook();
let [passed, failed] = [0, 0];
for (const { title, run, expected } of scenarios.filter(scenario => scenario.title.includes(wanted))) {
  const began = performance.now();
  let problem: string | null = null;
  try {
    await run(stage, plain);
  } catch (error) {
    problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const complaints = (await stage.complaints()).filter(complaint => !expected?.test(complaint));
  if (complaints.length > 0) problem = `${problem ?? ''}\nThe page complained:\n${[...new Set(complaints)].join('\n')}`;
  const took = `${Math.round(performance.now() - began)} ms`;
  if (problem === null) passed++;
  else failed++;
  console.log(
    problem === null ? `  ✓ ${title} (${took})` : `  ✗ ${title} (${took})\n${problem.replace(/^/gm, '      ')}`,
  );
}
await stage.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function plainLook(): Promise<Look> {
  const { page, tenant } = await stage.visit({});
  const look = await journey(page, tenant);
  await stage.complaints();
  return look;
}
