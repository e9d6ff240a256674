import { parentPort, type MessagePort } from 'node:worker_threads';
import type { ImportMapping } from '@campaign-kit/shared/contact-import';
import { Refusal } from '@campaign-kit/shared/refusal';
import { contactReader } from './contact-reader.ts';
import { mailbox } from './mailbox.ts';
import { openCsv } from './open-csv.ts';
import { readBatches, type ReadBatch } from './read-batches.ts';
import type { Answer, FromThread, ReadFile, ToThread } from './reader-messages.ts';

/** Pieces of the file that are on their way, so that nobody waits for the other's event loop. */
const piecesAhead = 16;

class SourceBroke extends Error {}

parentPort?.on('message', ({ port, mapping }: ReadFile) => void serve(port, mapping));

/** Reads one file. The next batch is made ready while the last one is being written. */
async function serve(port: MessagePort, mapping: ImportMapping): Promise<void> {
  const pieces = mailbox<ToThread>();
  const wishes = mailbox<ToThread>();
  port.on('message', (message: ToThread) => {
    const isWish = message.type === 'begin' || message.type === 'next';
    (isWish ? wishes : pieces).put(message);
  });
  const answer = (message: FromThread, moved: ArrayBuffer[] = []) => port.postMessage(message, moved);

  async function* source(): AsyncGenerator<Uint8Array, void> {
    for (let piece = 0; piece < piecesAhead; piece++) answer({ type: 'wants' });
    for (;;) {
      const piece = await pieces.take();
      if (piece.type === 'broken') throw new SourceBroke();
      if (piece.type !== 'bytes') return;
      answer({ type: 'wants' });
      yield piece.bytes;
    }
  }

  try {
    const csv = await openCsv(source(), mapping.separator);
    const reader = contactReader(csv.columns, mapping.columns);
    answer({ type: 'opened', columns: csv.columns, customColumns: reader.customColumns });
    const wish = await wishes.take();
    if (wish.type !== 'begin') return;
    for await (const batch of readBatches(csv, reader, wish.position)) {
      answer({ type: 'batch', batch }, buffersOf(batch));
      await wishes.take();
    }
    answer({ type: 'done' });
  } catch (error) {
    answer(failure(error));
  }
}

const buffersOf = ({ contacts, bad }: ReadBatch) =>
  [contacts.text, contacts.ends, contacts.phones, contacts.zones, bad.text, bad.ends].map(({ buffer }) => buffer);

function failure(error: unknown): Answer {
  const refusal = error instanceof Refusal ? { code: error.code, reason: error.reason, values: error.values } : null;
  return { type: 'failed', sourceBroke: error instanceof SourceBroke, refusal, problem: String(error) };
}
