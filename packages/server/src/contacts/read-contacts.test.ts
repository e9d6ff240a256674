import { setTimeout as passed } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { jsonOfRows } from './jsonb-rows.ts';
import { readContacts } from './read-contacts.ts';
import { readerThread } from './reader-thread.ts';

const start = { cursor: 0, applied: 0, batchRows: 0 };
const mapping = { columns: { phone: 'phone', firstName: 'name' } };
const header = 'phone,name,city\n';
const line = (n: number) => `212${2_000_000 + ((n * 7_919) % 7_000_000)},Zoë ${n},Troy\n`;

type Source = AsyncGenerator<Uint8Array, void>;

async function* pieces(count: number, { breakAfter = Infinity, seen = { pieces: 0 } } = {}): Source {
  yield Buffer.from(header);
  for (let n = 0; n < count; n += 1_000) {
    if (n >= breakAfter) throw new Error('the connection broke');
    seen.pieces++;
    yield Buffer.from(Array.from({ length: Math.min(1_000, count - n) }, (_, at) => line(n + at)).join(''));
  }
}

async function opened(source: Source, columns = mapping.columns) {
  const file = await readContacts(source, { columns });
  onTestFinished(() => file.close());
  return file;
}

async function sizesOf(file: Awaited<ReturnType<typeof opened>>, position = start) {
  const rows: number[] = [];
  for await (const batch of file.batches(position)) {
    rows.push(batch.rows);
    const { contacts, rowsOf, end } = batch.chunk(0, batch.rows);
    expect(end).toBeGreaterThan(0);
    expect(contacts.map(({ phone }) => phone)).toEqual(contacts.map(({ phone }) => phone).sort((a, b) => a - b));
    const [row] = jsonOfRows(rowsOf(contacts.slice(7, 8))) as [string];
    const name = expect.stringMatching(/^Zoë \d+$/) as unknown;
    expect(JSON.parse(row)).toEqual([contacts[7]?.phone, name, '', '', '', { city: 'Troy' }]);
  }
  return rows;
}

describe('a file is read on a thread', () => {
  test('in batches, all of it', async () => {
    const file = await opened(pieces(150_000));
    expect(file.columns).toEqual(['phone', 'name', 'city']);
    expect(file.customColumns).toEqual(['city']);
    expect(await sizesOf(file)).toEqual([131_072, 18_928]);
  });

  test('several at once', async () => {
    const read = async (count: number) => sizesOf(await opened(pieces(count)));
    expect(await Promise.all([read(20_000), read(3_000), read(140_000)])).toEqual([
      [20_000],
      [3_000],
      [131_072, 8_928],
    ]);
  });

  test('and only as fast as its batches are taken', async () => {
    const seen = { pieces: 0 };
    const file = await opened(pieces(1_000_000, { seen }));
    const batches = file.batches(start);
    const first = await batches.next();
    expect(first.value?.rows).toBe(131_072);
    for (let before = -1; before !== seen.pieces; await passed(300)) before = seen.pieces;
    // The batch that is written, the one that is ready, and what is on its way.
    expect(seen.pieces).toBeLessThan(2 * 132 + 40);
    await batches.return();
  });

  test('what comes before a break is read, and then the break is told', async () => {
    const file = await opened(pieces(9_000, { breakAfter: 4_000 }));
    const batches = file.batches(start);
    // The last row might have gone on.
    expect((await batches.next()).value?.rows).toBe(3_999);
    await expect(batches.next()).rejects.toThrow('the connection broke');
  });

  test('what refuses it is told in its own words', async () => {
    const columns = { phone: 'mobile' };
    await expect(opened(pieces(1), columns as never)).rejects.toMatchObject({
      code: 'validation',
      reason: 'refusal.importNoColumn',
      values: { name: 'mobile' },
    });
  });

  test('a source that says nothing more keeps nobody from closing it', async () => {
    let closed = false;
    async function* silent(): Source {
      try {
        yield* pieces(9_000);
        await silence.promise;
      } finally {
        closed = true;
      }
    }
    const silence = { promise: Promise.resolve(), end: () => undefined as void };
    silence.promise = new Promise(resolve => (silence.end = resolve));
    const file = await opened(silent());
    file.close();
    silence.end();
    await vi.waitFor(() => expect(closed).toBe(true));
  });

  test('a thread that ends fails what it was reading, and the next file has a new one', async () => {
    const file = await opened(pieces(1_000_000));
    const batches = file.batches(start);
    await batches.next();
    await readerThread().terminate();
    await expect(batches.next().then(() => batches.next())).rejects.toThrow('The thread that reads files has ended');
    expect(await sizesOf(await opened(pieces(2_000)))).toEqual([2_000]);
  });
});
