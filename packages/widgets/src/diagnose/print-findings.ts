import type { Finding } from './finding.ts';

/** The findings as a table in the console, what is wrong first. */
export function printFindings(findings: readonly Finding[]): void {
  const wrongFirst = [...findings].sort((a, b) => Number(a.ok) - Number(b.ok));
  console.table(wrongFirst.map(({ ok, ...said }) => ({ '': ok ? '✓' : '✗', ...said })));
}
