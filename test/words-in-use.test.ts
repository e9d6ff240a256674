import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actionNames } from '@campaign-kit/shared/campaign-actions/registry';
import { leftOutReasons } from '@campaign-kit/shared/left-out';
import { messageActionNames } from '@campaign-kit/shared/message-actions/registry';
import { sendingDeeds } from '@campaign-kit/shared/operation';
import { reviewSorts, reviewStatuses } from '@campaign-kit/shared/review-filter';
import { knownSmsErrors, smsError } from '@campaign-kit/shared/sms-errors';
import { en } from '@campaign-kit/shared/words/en';
import { languages } from '@campaign-kit/shared/words/load';

/** Every kind of operation has a label and a sentence for its end. */
const kinds = [...actionNames, ...messageActionNames, 'releaseReplies', 'importContacts', 'undo'];
/** Keys that are put together where they are said: as it stands there, and what stands in the place of the value. */
const families: Record<string, readonly string[]> = {
  '${kind}.label': kinds,
  '${operation.kind}.label': [...kinds, ...sendingDeeds],
  '${first.kind}.label': kinds,
  '${kind}.done': kinds,
  '${name}.label': [...actionNames, ...messageActionNames],
  '${name}.help': [...actionNames, ...messageActionNames],
  '${name}.caption': messageActionNames,
  '${name}.deed': messageActionNames,
  '${action}.help': actionNames,
  '${action}.deed': actionNames,
  'leftOut.${line.reason}': leftOutReasons,
  "smsError.${reason ?? 'unknown'}": [...new Set(knownSmsErrors.map(code => smsError(code).reason))],
  'conversations.status.${status}': reviewStatuses,
  'review.${field}': ['person', 'words', 'from', 'to'],
  'review.sort.${sort}': reviewSorts,
  'smsError.${error}': [...new Set(knownSmsErrors.map(code => smsError(code).reason))],
  'smsError.${reason}': [...new Set(knownSmsErrors.map(code => smsError(code).reason))],
  'secondPass.step.${name}': ['unsent', 'window', 'script', 'review'],
  'secondPass.unsent.${way}': ['assign', 'delete', 'goOn'],
  'secondPass.unsent.${assignHelp}': ['assignHelp', 'noneInPool'],
};

const together = Object.entries(families).flatMap(([family, values]) =>
  values.map(value => family.replace(/\$\{[^}]*\}/, value)),
);

const packages = new URL('../packages/', import.meta.url);
const sources = readdirSync(packages, { recursive: true, encoding: 'utf8' })
  .filter(file => /^\w+[\\/]src[\\/].*\.ts$/.test(file))
  .filter(file => !/[\\/](words|testing|fixture)[\\/]|\.test\.ts$/.test(file))
  .map(file => readFileSync(new URL(file, packages), 'utf8'))
  .join('\n');

test('every key that is put together is of a known family, and every family is still said', () => {
  const said = [...sources.matchAll(/\bsay\(\s*`([^`]*)`/g)].map(match => match[1] as string);
  expect([...new Set(said)].sort()).toEqual(Object.keys(families).sort());
});

test('every sentence is said somewhere', () => {
  const said = new Set([...together, ...[...sources.matchAll(/'([\w.]+)'/g)].map(match => match[1])]);
  expect(Object.keys(en).filter(key => !said.has(key))).toEqual([]);
});

test('every language in the folder can be chosen', () => {
  const files = readdirSync(new URL('shared/src/words/', packages)).map(file => file.replace(/(\.test)?\.ts$/, ''));
  const notLanguages = new Set(['en', 'first', 'load', 'say', 'words']);
  expect(Object.keys(languages).sort()).toEqual(files.filter(file => !notLanguages.has(file)).sort());
});

test('every family has its sentences', () => {
  expect(together.filter(key => !(key in en))).toEqual([]);
});
