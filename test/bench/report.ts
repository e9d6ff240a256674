import type { Felt } from './beside.ts';
import type { MeasuredAction } from './measure-action.ts';
import type { MeasuredImport } from './measure-import.ts';
import type { MeasuredReads } from './measure-reads.ts';
import type { MeasuredInbound } from './measure-inbound.ts';
import type { MeasuredSoak } from './measure-soak.ts';
import type { MeasuredFilter } from './measure-review.ts';
import type { MeasuredScrolling } from './measure-scrolling.ts';
import type { MeasuredRequests } from './measure-requests.ts';
import { median, percentile } from './percentile.ts';
import { isMet, targets, type Target } from './targets.ts';

export type Measured = {
  readonly actions: readonly MeasuredAction[];
  /** The same actions on a tenth of the rows. */
  readonly smaller: readonly MeasuredAction[];
  readonly reads: MeasuredReads | null;
  readonly reviewed: readonly MeasuredFilter[];
  readonly scrolled: MeasuredScrolling | null;
  readonly imported: MeasuredImport | null;
  readonly requested: MeasuredRequests | null;
  readonly inbound: MeasuredInbound | null;
  readonly soak: MeasuredSoak | null;
};

/** Tables in Markdown that read well on a terminal too, and how many figures miss their target. */
export function report({ actions, smaller, reads, reviewed, scrolled, imported, requested, inbound, soak }: Measured): {
  text: string;
  missed: number;
} {
  let missed = 0;
  const judged = (target: Target, value: number, digits: number) => {
    if (!isMet(target, value)) missed++;
    return `${number(value, digits)} ${isMet(target, value) ? 'ok' : 'MISS'}`;
  };
  const felt = (target: Target, values: number[]) =>
    `${judged(target, median(values), 1)} (${number(Math.max(...values), 1)})`;
  const stall = (runs: readonly Felt[]) =>
    felt(
      targets.stallMs,
      runs.map(run => run.stall),
    );
  const p99 = (runs: readonly Felt[]) =>
    felt(
      targets.listP99Ms,
      runs.map(run => percentile(run.latencies, 0.99)),
    );

  const parts = [];
  if (actions.length > 0) {
    parts.push(
      table(
        ['operation', 'rows', 'bare ms', 'ms', 'ratio', 'chunks', 'stall ms', 'list p99 ms', 'preview ms', 'start ms'],
        actions.map(one => [
          one.name,
          number(one.rows, 0),
          number(one.bareMs, 0),
          number(one.operationMs, 0),
          judged(targets.ratio, one.ratio, 2),
          number(one.chunks, 0),
          stall(one.felt),
          p99(one.felt),
          judged(targets.previewMs, one.previewMs, 0),
          number(one.startMs, 0),
        ]),
      ),
    );
  }
  if (imported) {
    const { rows, bareRowsPerSecond, databaseRowsPerSecond, endToEndRowsPerSecond } = imported;
    parts.push(
      table(
        ['import', 'rows', 'bare rows/s', 'rows/s', 'from first byte to end', 'stall ms', 'list p99 ms'],
        [
          [
            'CSV',
            number(rows, 0),
            number(bareRowsPerSecond, 0),
            judged(targets.importRowsPerSecond, databaseRowsPerSecond, 0),
            number(endToEndRowsPerSecond, 0),
            stall(imported.felt),
            p99(imported.felt),
          ],
        ],
      ),
    );
  }
  if (smaller.length > 0) {
    const larger = new Map(actions.map(one => [one.name, one]));
    const grown = smaller.flatMap(small => {
      const large = larger.get(small.name);
      if (!large) return [];
      const exponent = (a: number, b: number) => judged(targets.exponent, Math.log10(b / a), 2);
      const run = [small.operationMs, large.operationMs] as const;
      const preview = [small.previewMs, large.previewMs] as const;
      return [
        [small.name, ...run.map(ms => number(ms, 1)), exponent(...run)],
        [`preview of ${small.name}`, ...preview.map(ms => number(ms, 1)), exponent(...preview)],
      ];
    });
    parts.push(table(['growth', 'ms with a tenth of the rows', 'ms', 'exponent'], grown));
  }
  if (reads) {
    const idle = reads.idle.latencies;
    parts.push(
      table(
        ['beside nothing', 'ms'],
        [
          ['menu of the campaign, with its kept counts', judged(targets.menuMs, reads.menuMs, 1)],
          ['list query, p50', number(percentile(idle, 0.5), 1)],
          ['list query, p99', number(percentile(idle, 0.99), 1)],
          ['longest stall', number(reads.idle.stall, 1)],
        ],
      ),
    );
  }
  if (reviewed.length > 0) {
    parts.push(
      table(
        ['message review', 'found by', 'conversations', 'first page and count ms', 'page 2,000 ms', 'stall ms'],
        reviewed.map(({ name, by, count, firstMs, deepMs, stallMs }) => [
          name,
          by,
          number(count, 0),
          judged(targets.reviewMs[by], firstMs, 1),
          judged(targets.reviewMs[by], deepMs, 1),
          judged(targets.stallMs, stallMs, 1),
        ]),
      ),
    );
  }
  if (scrolled) {
    const { rows, firstRowsMs, frames, heap } = scrolled;
    parts.push(
      table(
        [
          'message review in a browser',
          'first rows ms',
          'frames',
          'frame p99 ms',
          'longest ms',
          'heap MB',
          'growth of heap',
        ],
        [
          [
            `${number(rows, 0)} rows scrolled through`,
            judged(targets.firstRowsMs, firstRowsMs, 0),
            number(frames.count, 0),
            number(frames.p99Ms, 1),
            judged(targets.frameMs, frames.longestMs, 1),
            number(heap.late / 1e6, 1),
            judged(targets.heapGrowth, heap.late / heap.early, 2),
          ],
        ],
      ),
    );
  }
  if (requested) {
    parts.push(
      table(
        ['requests', 'asked', 'conversations given', 'requests a second', 'answer p99 ms'],
        [
          [
            '50 texters at once, 200 each',
            number(requested.requests, 0),
            number(requested.given, 0),
            judged(targets.requestsPerSecond, requested.perSecond, 0),
            number(requested.answerP99Ms, 1),
          ],
        ],
      ),
    );
  }
  if (inbound) {
    parts.push(
      table(
        ['inbound', 'texts', 'stored and matched a second', 'answer p99 ms'],
        [
          [
            'signed webhooks over HTTP',
            number(inbound.texts, 0),
            judged(targets.inboundPerSecond, inbound.perSecond, 0),
            number(inbound.answerP99Ms, 1),
          ],
        ],
      ),
    );
  }
  if (soak) {
    const { early, late } = soak.memory;
    parts.push(
      table(
        [
          'soak',
          'sent',
          'received',
          'lost',
          'double',
          'webhooks',
          'their p99 ms',
          'bare p99 ms',
          'memory MB',
          'growth of memory',
        ],
        [
          [
            `${soak.seconds} s, faults, ${soak.crashes} crashes, ${number(soak.downS, 1)} s down`,
            number(soak.sent, 0),
            number(soak.received, 0),
            judged(targets.none, soak.lost, 0),
            judged(targets.none, soak.double, 0),
            number(soak.webhooks, 0),
            judged(targets.webhookP99Ms, soak.webhookP99Ms, 1),
            number(soak.bareP99Ms, 1),
            number(late / 1e6, 0),
            judged(targets.memoryGrowth, late / early, 2),
          ],
        ],
      ),
    );
  }
  return { text: parts.join('\n\n'), missed };
}

const number = (value: number, digits: number): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map(row => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
