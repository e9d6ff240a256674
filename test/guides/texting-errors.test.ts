import { readFileSync } from 'node:fs';
import { knownSmsErrors, smsError } from '@campaign-kit/shared/sms-errors';
import { expect, test } from 'vitest';

const classes = {
  retry: 'tried again later',
  badContact: 'bad for good',
  stop: 'concerns every text: the campaign is paused',
  unknown: 'this text is stopped',
} as const;

/** A row for each reason of each class, with its codes. */
function table(): string[] {
  const rows = new Map<string, number[]>();
  for (const code of knownSmsErrors) {
    const { class: kind, reason } = smsError(code);
    const key = `${classes[kind]} | ${reason}`;
    rows.set(key, [...(rows.get(key) ?? []), code]);
  }
  return [...rows].map(([key, codes]) => `${key} | ${codes.join(', ')}`).sort();
}

test('the guide tells every error code that the server knows, and what it does about it', () => {
  const guide = readFileSync(new URL('../../docs/guides/texting.md', import.meta.url), 'utf8');
  const section = /<!-- errors[^>]*-->([\s\S]*?)<!-- \/errors -->/.exec(guide)?.[1] ?? '';
  const written = section
    .split('\n')
    .filter(line => line.startsWith('|') && !/^\| (what|-)/.test(line))
    .map(line =>
      line
        .slice(1, -1)
        .split('|')
        .map(cell => cell.trim())
        .join(' | '),
    );
  expect(written).toEqual(table());
});
