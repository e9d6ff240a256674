import type { Row } from './command.ts';

/** Rows as columns of text under their names. Instants (`…At`) are shown as dates, in UTC. */
export function tableOf(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))];
  if (names.length === 0) return 'None.';
  const cells = [names, ...rows.map(row => names.map(name => shown(name, row[name])))];
  const widths = names.map((_, column) => Math.max(...cells.map(line => line[column]!.length)));
  return cells
    .map(line =>
      line
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function shown(name: string, value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (typeof value === 'number' && name.endsWith('At')) return new Date(value).toISOString();
  return typeof value === 'string' ? value : JSON.stringify(value);
}
