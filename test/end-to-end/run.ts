import { accessible } from './accessible.ts';
import { documentation } from './documentation.ts';
import { history } from './history.ts';
import { hostUntouched } from './host-untouched.ts';
import { live } from './live.ts';
import { looks } from './looks.ts';
import { mainJob } from './main-job.ts';
import { releaseReplies } from './release-replies.ts';
import { roles } from './roles.ts';
import type { Scenario } from './scenario.ts';
import { secondPass } from './second-pass.ts';
import { openStage } from './stage.ts';
import { textingDay } from './texting-day.ts';

/** Every scenario through the demo, one after the other on one stage; each leaves campaigns that the others do not use. */
const scenarios: readonly Scenario[] = [
  ...hostUntouched,
  ...mainJob,
  ...secondPass,
  ...releaseReplies,
  ...history,
  ...roles,
  ...looks,
  ...accessible,
  ...documentation,
  ...textingDay,
  ...live,
];

const [wanted = ''] = process.argv.slice(2);
const stage = await openStage();
let [passed, failed] = [0, 0];
for (const { title, run, refused } of scenarios.filter(scenario => scenario.title.includes(wanted))) {
  const began = performance.now();
  let problem: string | null = null;
  try {
    await run(stage);
  } catch (error) {
    problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const complaints = (await stage.complaints().catch((error: unknown) => [String(error)])).filter(
    complaint => !refused?.test(complaint),
  );
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
