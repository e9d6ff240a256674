import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Sum = { passed: number; failed: number };

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name: string) => join(root, 'node_modules/.bin', name);

/** `npm test`: every runner one after the other, and one line at the end that adds them up. */
const sums = [
  await units(),
  await counted('scripts/browser-tests.ts'),
  await counted('test/hosts/run.ts'),
  await counted('test/frameworks/run.ts'),
  await counted('test/end-to-end/run.ts'),
];
const sum = sums.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }));
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;

async function units(): Promise<Sum> {
  const directory = await mkdtemp(join(tmpdir(), 'campaign-kit-'));
  const report = join(directory, 'units.json');
  const { code } = await run(bin('vitest'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(await readFile(report, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numFailedTestSuites: number;
    };
    return { passed: numPassedTests, failed: numFailedTests || numFailedTestSuites || (code === 0 ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** A runner of our own that closes with `N passed, N failed`. One that dies before it says so has failed. */
async function counted(script: string): Promise<Sum> {
  if (!existsSync(join(root, script))) return { passed: 0, failed: 0 };
  const { code, words } = await run(bin('tsx'), [script]);
  const last = /(\d+) passed, (\d+) failed\s*$/.exec(words);
  if (!last) return { passed: 0, failed: 1 };
  return { passed: Number(last[1]), failed: Number(last[2]) || (code === 0 ? 0 : 1) };
}

function run(command: string, args: string[]): Promise<{ code: number | null; words: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let words = '';
    child.stdout.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-2_000);
      process.stdout.write(chunk);
    });
    child.once('error', reject);
    child.once('close', code => resolve({ code, words }));
  });
}
