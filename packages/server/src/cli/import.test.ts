import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { conversations } from '../db/schema/conversations.ts';
import { addCampaign } from '../fixture/add-campaign.ts';
import { testServer } from '../fixture/test-server.ts';
import { importContacts } from './import.ts';
import { run } from './run.ts';

/** A campaign, a file, and the command line. */
async function setUp(text: string | Buffer) {
  const server = await testServer();
  const { id: organizationId } = await server.organization();
  const { campaignId } = await addCampaign(server, { organizationId, conversations: [] });
  const file = join(tmpdir(), `${randomUUID()}.csv`);
  await writeFile(file, text);
  onTestFinished(() => rm(file, { force: true }));
  const env = { CAMPAIGN_KIT_DATABASE_URL: server.url };
  async function type(...words: string[]) {
    const said = { out: '', err: '' };
    const streams = { out: (text: string) => (said.out += text), err: (text: string) => (said.err += text) };
    const code = await run([importContacts], ['import', ...words, '--campaign', String(campaignId)], env, streams);
    return { code, ...said, json: () => JSON.parse(said.out || said.err) };
  }
  return { server, campaignId, file, env, type, conversations: () => server.db.read.$count(conversations) };
}

const german = 'Vorname;Handynummer;Ort\nAnn;2125550001;Troy\nBob;2125550002;Rom\nAnn;2125550001;Troy\nCid;=1;x\n';

test('a file is imported by what its header says', async () => {
  const { file, campaignId, type, conversations } = await setUp(german);
  expect(await type(file)).toEqual({
    code: 0,
    out: [
      `Imported 2 of 4 rows into campaign ${campaignId}.`,
      'Deleted before and back again: 0. Twice, or there already: 1.',
      'Opted out: 0. Bad: 1.\n',
    ].join('\n'),
    err: '',
    json: expect.any(Function),
  });
  expect(await conversations()).toBe(2);
});

test('a dry run says the same and does nothing', async () => {
  const { file, type, conversations } = await setUp(german);
  const dry = (await type(file, '--dry-run', '--json')).json();
  expect(await conversations()).toBe(0);
  const { importId, ...counts } = (await type(file, '--json')).json();
  expect(dry).toEqual({ importId: null, ...counts });
  expect(importId).toBe(1);
  expect((await type(file, '--dry-run', '--json')).json()).toMatchObject({ imported: 0, duplicates: 3, bad: 1 });
});

for (const options of [[], ['--dry-run']]) {
  test(`bad rows are written to a file, safe to open ${options.join()}`, async () => {
    const { file, type } = await setUp(german);
    const out = `${file}.bad.csv`;
    onTestFinished(() => rm(out, { force: true }));
    await type(file, '--bad-rows', out, ...options);
    expect(await readFile(out, 'utf8')).toBe(
      "\uFEFFVorname,Handynummer,Ort,Line,Problem\r\nCid,'=1,x,5,Not a phone number\r\n",
    );
  });
}

test('columns and separator can be said', async () => {
  const { file, type } = await setUp('\uFEFFa^b\n2125550001^Ann\n');
  expect(
    (await type(file, '--map', 'phone=a', '--map', 'first_name=b', '--separator', '^', '--json')).json(),
  ).toMatchObject({
    rows: 1,
    imported: 1,
  });
});

test('what is piped in is imported', async () => {
  const { campaignId, env, conversations } = await setUp('');
  const program = fileURLToPath(new URL('main.ts', import.meta.url));
  const words = ['--import', 'tsx', program, 'import', '-', '--campaign', String(campaignId)];
  const child = spawn(process.execPath, words, {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdin.end(german);
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(await conversations()).toBe(2);
});

for (const [what, text, options, code, message] of [
  ['a file without a phone', 'a,b\n1,2\n', [], 3, 'No column looks like a phone number'],
  ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 20]), [], 3, 'not a CSV file'],
  ['a column that is not there', 'phone\n1\n', ['--map', 'zip=PLZ'], 3, 'The file has no column “PLZ”.'],
  ['a field that is not known', 'phone\n1\n', ['--map', 'shoe=a'], 2, 'It is a field'],
  ['two separators', 'phone\n1\n', ['--separator', ';;'], 2, 'It is one character'],
  ['an import that is not there', 'phone\n1\n', ['--import', '99'], 3, 'There is no such operation.'],
] as const) {
  test(`${what} is refused, with ${code}`, async () => {
    const { file, type } = await setUp(text);
    const answer = await type(file, ...options);
    expect(answer.err).toContain(message);
    expect(answer.code).toBe(code);
  });
}

test('a file that is not there is refused', async () => {
  const { type } = await setUp('');
  expect(await type('/nowhere.csv')).toMatchObject({ code: 3, err: 'There is no file /nowhere.csv.\n' });
});
