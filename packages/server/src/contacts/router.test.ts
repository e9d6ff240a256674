import { describe, expect, test } from 'vitest';
import type { ElementName, Role } from '@campaign-kit/shared/scopes';
import { addCampaign } from '../fixture/add-campaign.ts';
import { testApp } from '../fixture/test-app.ts';
import { crm } from '../fixture/test-server.ts';

const mapping = { columns: { phone: 'Cell' } };

/** What a procedure answered; its shape is what the tests are about. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Answer = { status: number; data: any; error: any };

/** A page with a token and a campaign: procedures by JSON, and files as they are. */
async function page(asked: { role?: Role; elements?: ElementName[] } = {}) {
  const app = await testApp();
  const bearer = await app.token(asked);
  const organizationId = app.organization.id;
  const { campaignId } = await addCampaign(app.server, { organizationId, conversations: [] });
  const mutate = (procedure: string, input: unknown): Promise<Answer> =>
    app.page(procedure, bearer, { body: JSON.stringify(input) });
  const query = (procedure: string, input: unknown): Promise<Answer> =>
    app.page(`${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, bearer);
  async function send(
    procedure: string,
    file: string,
    operationId?: number,
    token: string | null = bearer,
  ): Promise<Answer> {
    const headers = new Headers({ 'content-type': 'application/octet-stream', origin: crm });
    headers.set('content-length', String(Buffer.byteLength(file)));
    if (token) headers.set('authorization', `Bearer ${token}`);
    if (operationId !== undefined) headers.set('x-campaign-kit-import', String(operationId));
    const response = await app.app.request(`/trpc/${procedure}`, { method: 'POST', headers, body: file });
    const answer = (await response.json()) as { result?: Answer; error?: Answer };
    return { status: response.status, data: answer.result?.data, error: answer.error?.data };
  }
  const start = async () => {
    const { data } = await mutate('contacts.startImport', { campaignId, fileName: 'people.csv', mapping });
    return data.id as number;
  };
  return { ...app, campaignId, mutate, query, send, start };
}

describe('from a page', () => {
  test('a file is looked at, imported and reported', async () => {
    const { campaignId, send, start, query } = await page();
    const file = 'First;Cell;Party\nAnn;2125550001;D\nBob;none;=1+1\n';
    expect(await send('contacts.previewImport', file)).toMatchObject({
      status: 200,
      data: {
        separator: ';',
        columns: ['First', 'Cell', 'Party'],
        mapping: { firstName: 'First', phone: 'Cell' },
        rows: [
          ['Ann', '2125550001', 'D'],
          ['Bob', 'none', '=1+1'],
        ],
      },
    });
    const operationId = await start();
    expect(await send('contacts.uploadImport', file, operationId)).toMatchObject({
      status: 200,
      data: { id: operationId, kind: 'importContacts', state: 'done', campaign: { id: campaignId }, undoUntil: null },
    });
    const report = await query('contacts.importReport', { operationId });
    expect(report.data).toMatchObject({
      state: 'done',
      counts: { rows: 2, imported: 1, bad: 1 },
      badRows: [{ line: 3, reason: 'badRow.notAPhone', cells: ['Bob', 'none', '=1+1'] }],
    });
    const { data } = await query('contacts.badRowsCsv', { operationId });
    const lines = ['\uFEFFFirst,Cell,Party,Line,Problem', "Bob,none,'=1+1,3,Not a phone number", ''];
    expect(data).toEqual({ csv: lines.join('\r\n'), next: null });
    const german = await query('contacts.badRowsCsv', { operationId, locale: 'de-AT' });
    expect((german.data as { csv: string }).csv.split('\r\n')[0]).toBe('\uFEFFFirst,Cell,Party,Zeile,Fehler');
  });

  test('a file that is no CSV is refused with its reason', async () => {
    const { send } = await page();
    expect(await send('contacts.previewImport', 'PK\u0003\u0004...')).toMatchObject({
      status: 400,
      error: { code: 'validation', reason: 'refusal.importNotCsv' },
    });
  });

  test('a double click starts one import', async () => {
    const { campaignId, mutate } = await page();
    const input = { campaignId, fileName: 'people.csv', mapping, requestKey: crypto.randomUUID() };
    const [first, second] = [await mutate('contacts.startImport', input), await mutate('contacts.startImport', input)];
    expect(first.data.id).toBe(second.data.id);
  });

  test('an upload without the id of an import finds none', async () => {
    const { send } = await page();
    expect(await send('contacts.uploadImport', 'Cell\n1\n')).toMatchObject({
      error: { reason: 'refusal.noOperation' },
    });
  });

  test('nobody adds contacts to an archived campaign', async () => {
    const { server, organization, mutate } = await page();
    const given = { organizationId: organization.id, campaign: { archivedAt: 1 }, conversations: [] };
    const { campaignId } = await addCampaign(server, given);
    const { error } = await mutate('contacts.startImport', { campaignId, fileName: 'people.csv', mapping });
    expect(error).toMatchObject({ code: 'conflict', reason: 'refusal.archived' });
  });

  test('bad rows come page by page, and joined they are one file', async () => {
    const { send, start, query } = await page();
    const operationId = await start();
    await send(
      'contacts.uploadImport',
      `Cell\n${Array.from({ length: 4_500 }, (_, n) => `x${n}`).join('\n')}`,
      operationId,
    );
    let csv = '';
    for (let after: number | null = 0; after !== null;) {
      const { data } = await query('contacts.badRowsCsv', { operationId, after });
      csv += data.csv;
      after = data.next;
    }
    const lines = csv.split('\r\n');
    expect(lines).toHaveLength(4_502);
    expect(lines[4_500]).toBe('x4499,4501,Not a phone number');
    const report = await query('contacts.importReport', { operationId });
    expect(report.data.badRows).toHaveLength(1_000);
    expect(report.data.counts).toMatchObject({ bad: 4_500, badKept: 4_500 });
  });
});

describe('an import of another organization', () => {
  test('is not there, whatever is asked of it', async () => {
    const own = await page();
    const { server } = own;
    const other = await server.organization();
    const { campaignId } = await addCampaign(server, { organizationId: other.id, conversations: [] });
    const session = await server.session({ organizationId: other.id });
    const { id: operationId } = await server
      .caller(session)
      .contacts.startImport({ campaignId, fileName: 'theirs.csv', mapping });
    const noOperation = { code: 'not_found', reason: 'refusal.noOperation' };
    expect((await own.send('contacts.uploadImport', 'Cell\n1\n', operationId)).error).toMatchObject(noOperation);
    expect((await own.query('contacts.importReport', { operationId })).error).toMatchObject(noOperation);
    expect((await own.query('contacts.badRowsCsv', { operationId })).error).toMatchObject(noOperation);
    const started = await own.mutate('contacts.startImport', { campaignId, fileName: 'x.csv', mapping });
    expect(started.error).toMatchObject({ code: 'not_found', reason: 'refusal.noCampaign' });
  });
});

describe('nothing is imported', () => {
  for (const [who, asked, reason] of [
    ['by a supervolunteer', { role: 'supervolunteer' }, 'refusal.role'],
    ['by a texter', { role: 'texter' }, 'refusal.role'],
    ['by a session made for another element', { elements: ['campaign-actions'] }, 'refusal.element'],
  ] as const) {
    test(who, async () => {
      const { campaignId, mutate, query, send } = await page(asked as Parameters<typeof page>[0]);
      const refused = { code: 'forbidden', reason };
      const started = await mutate('contacts.startImport', { campaignId, fileName: 'people.csv', mapping });
      expect(started.error).toMatchObject(refused);
      expect((await send('contacts.previewImport', 'Cell\n')).error).toMatchObject(refused);
      expect((await send('contacts.uploadImport', 'Cell\n', 1)).error).toMatchObject(refused);
      expect((await query('contacts.importReport', { operationId: 1 })).error).toMatchObject(refused);
      expect((await query('contacts.badRowsCsv', { operationId: 1 })).error).toMatchObject(refused);
    });
  }

  test('without a session', async () => {
    const { send } = await page();
    expect((await send('contacts.uploadImport', 'Cell\n', 1, null)).error).toMatchObject({ code: 'session_expired' });
  });

  test('but by a session of the element for it', async () => {
    const { start, send } = await page({ elements: ['contact-import'] });
    expect((await send('contacts.uploadImport', 'Cell\n2125550001\n', await start())).data.state).toBe('done');
  });
});
