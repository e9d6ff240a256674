import { targets } from './targets.ts';

type Page = { text: string; facts: string; rows: number; reps: number };

/** The page that a saved run leaves in the documentation: figures, machine, and how to read them. */
export const document = ({ text, facts, rows, reps }: Page): string => `# Benchmarks

Written by \`npm run bench -- --save\`; do not edit.

${facts}

${text}

## How to read this

**Data.** One organization, ${rows.toLocaleString('en')} conversations with about three messages each, 20 campaigns of
which one has half of all conversations; all operations but \`release-unreplied-all\` run on that one. 85 % were messaged,
15 % of those replied, 3 % opted out; every fifth phone of the other campaigns is on the large one too. Texters hold
blocks of 200 neighbours. Every number comes from a hash of the row's id, so that each run has the same data.

**ms and ratio.** Time from the start of the runner to the end of the operation: progress, journal, kept counts and
what an undo needs are all in it. *Bare* is one UPDATE of the same rows to the same state, without any of that, through
the same client on the same file; for delete-unmessaged a second one tells older campaigns of the same phones that no
newer one has them, as the operation does. The two take turns; medians of ${reps}. Target: at most ${targets.ratio.most} times the bare statement.

**stall** is the longest time that the event loop served nobody while the operation ran; **list
p99** is how long a page of 50 conversations took from when it was due, with one due every 5 ms whether or not the last
one had come back. Both are the median of the runs, with the worst run in brackets. Targets: ${targets.stallMs.most} ms and ${targets.listP99Ms.most} ms.

**preview** is the count that an admin sees before anything happens: at most ${targets.previewMs.most} ms, and ${targets.menuMs.most} ms where a kept count
answers (the menu). **start** is the call that begins the operation; it counts again, so that what runs is what was shown.

**import**: *rows/s* is of the time in write transactions alone; the rest is reading CSV and phone numbers. *Bare* is what the
same client on the same file takes to write as many new contacts and conversations in two statements out of a table, nobody
looked up and nothing remembered. Target: ${targets.importRowsPerSecond.least.toLocaleString('en')} rows a second.

**growth**: the exponent b of time ~ rows^b between a tenth of the rows and all of them. Target: at most ${targets.exponent.most}.

**message review**: the first page of 50 together with the exact count, and page 2,000 by keyset (the last one where there
are fewer), medians of nine; the stall is the worst of them all. Targets: ${targets.reviewMs.index.most} ms where an index in this order or a kept count
answers, ${targets.reviewMs['full text'].most} ms for words in messages and for names, ${targets.reviewMs.walk.most} ms for any combination and order.

**message review in a browser**: headless Chromium on the same machine as its server, 1,440 × 900, without a graphics card.
First rows: from the last byte of the first page to its rows on the screen. Then a screen is scrolled by in each frame until
the last row; the heap is what is left after a collection, at the end and beside a fifth of the way.

**requests**: 50 texters ask for 200 initial messages each at the same moment, 20 times, of ten campaigns on a new file, until
the pool is empty; it is checked that each conversation went to one texter and that the sum is exact. *answer p99* is how
long one of them waited for the other 49. Target: ${targets.requestsPerSecond.least} a second.

**inbound**: signed webhooks from as many people, 64 at a time, through HTTP to a server process of its own, until the last
text stands in its conversation. Target: ${targets.inboundPerSecond.least.toLocaleString('en')} a second.

**soak**: a server process and a simulated carrier; 50 texts a second go out and 20 come in, while three requests in a hundred
meet each of: 429, errors with and without the text being kept, dropped connections, no answer, slow answers; callbacks that
come early, late, twice, in the wrong order or never; replies that come twice or late. Three times the process is killed in the
middle of it and another one started; texts go on coming in meanwhile. Afterwards everybody's phone is compared with the
database. *Their p99*: from when a call of the carrier's left, a text or a callback, until it had its answer, each try by
itself; what nobody was there to answer is no answer, and *down* says how long that was. *Bare* is the same for
\`/healthz\`, asked 20 times a second: an answer without a database, so what it takes is the machine's and the busy loop's.

**The clock** stands still while the main thread is ready to run and other processes have the cores (where the system
tells; \`--wall\` turns that off). So a busy machine spoils the figures less; it still spoils them some. Compare ratios
rather than milliseconds, and only within one run.

After every single run it is checked that exactly the expected rows changed and that all kept counts are those of the rows.
\`--only NAME\`, \`--rows N\` and \`--reps N\` measure less or more.
`;
