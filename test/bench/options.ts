import { parseArgs } from 'node:util';

const usage = `npm run bench -- [--save] [--only NAME]… [--rows N] [--reps N] [--seconds N] [--wall]

  --only   an operation by its name, or import, growth, reads, review, scrolling, requests, inbound, soak
  --rows   conversations, 1000000 by default
  --reps   repetitions, 3 by default; medians are told
  --seconds  how long the soak lasts, 180 by default: long enough for what leaks to be seen
  --wall   plain wall clock, also for the time that other processes had the cores
  --save   writes docs/benchmarks.md`;

/** What the command line asks for; ends the program where it cannot be understood. */
export function options(names: readonly string[]) {
  try {
    const { values } = parseArgs({
      options: {
        save: { type: 'boolean', default: false },
        wall: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: [] },
        rows: { type: 'string', default: '1000000' },
        reps: { type: 'string', default: '3' },
        seconds: { type: 'string', default: '180' },
      },
    });
    const unknown = values.only.filter(name => !names.includes(name));
    if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
    const rows = Number(values.rows);
    const reps = Number(values.reps);
    const seconds = Number(values.seconds);
    if (!Number.isInteger(rows) || rows < 10_000) throw new Error('--rows: at least 10000');
    if (!Number.isInteger(reps) || reps < 1) throw new Error('--reps: at least 1');
    if (!Number.isInteger(seconds) || seconds < 10) throw new Error('--seconds: at least 10');
    if (values.help) throw new Error('');
    return {
      save: values.save,
      rows,
      reps,
      seconds,
      wanted: (name: string) => !values.only.length || values.only.includes(name),
    };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : ''}\n\n${usage}`.trim());
    process.exit(1);
  }
}
