import { setImmediate as breathe } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import type { ImportMapping } from '@campaign-kit/shared/contact-import';
import { Refusal } from '@campaign-kit/shared/refusal';
import { unpackedBatch, type Batch } from './batch.ts';
import type { Position } from './import-state.ts';
import { mailbox } from './mailbox.ts';
import type { ByteSource } from './open-csv.ts';
import type { ReadBatch } from './read-batches.ts';
import type { Answer, FromThread, ToThread } from './reader-messages.ts';
import { readerThread } from './reader-thread.ts';

/** A file of contacts that a thread is reading; it has to be closed. */
export type ContactFile = {
  readonly columns: readonly string[];
  /** The columns that are kept as custom fields, in their order. */
  readonly customColumns: readonly string[];
  /** What is behind the position. Taken once. */
  batches(position: Position): AsyncGenerator<Batch & Pick<ReadBatch, 'bytes' | 'skipped'>, void>;
  close(): void;
};

/** The thread itself has ended. */
type Gone = { readonly type: 'gone'; readonly problem: string };

/** Begins to read a file, or refuses what is no CSV, or a mapping that does not fit it. Bytes are taken as they are needed. */
export async function readContacts(source: ByteSource, mapping: ImportMapping): Promise<ContactFile> {
  const { port1: port, port2 } = new MessageChannel();
  const thread = readerThread();
  const answers = mailbox<Answer | Gone>();
  const gone = (why: unknown) => answers.put({ type: 'gone', problem: String(why) });
  thread.once('error', gone).once('exit', gone);
  const tell = (message: ToThread, moved: ArrayBuffer[] = []) => port.postMessage(message, moved);
  const feed = feeder(source, tell);
  port.on('message', (message: FromThread) => {
    if (message.type === 'wants') feed.next();
    else answers.put(message);
  });
  thread.postMessage({ port: port2, mapping }, [port2]);

  async function answer(): Promise<Exclude<Answer, { type: 'failed' }>> {
    const found = await answers.take();
    if (found.type === 'gone') throw new Error(`The thread that reads files has ended: ${found.problem}`);
    if (found.type !== 'failed') return found;
    if (found.sourceBroke) throw feed.problem();
    if (!found.refusal) throw new Error(found.problem);
    throw new Refusal(found.refusal.code, found.refusal.reason, found.refusal.values);
  }

  function close() {
    port.close();
    thread.off('error', gone).off('exit', gone);
    feed.close();
  }

  try {
    const opened = await answer();
    if (opened.type !== 'opened') throw new Error(`Not opened, but ${opened.type}`);
    const { columns, customColumns } = opened;
    return {
      columns,
      customColumns,
      async *batches(position) {
        tell({ type: 'begin', position });
        for (let found = await answer(); found.type === 'batch'; found = await answer()) {
          tell({ type: 'next' });
          const { bytes, skipped } = found.batch;
          yield { ...unpackedBatch(found.batch), bytes, skipped };
        }
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

const pieceBytes = 65_536;

/** Gives the thread a piece of the file each time that it wants one, and the event loop its turn after each. */
function feeder(source: ByteSource, tell: (message: ToThread, moved?: ArrayBuffer[]) => void) {
  const pieces = piecesOf(source);
  let problem: unknown = null;
  let ended = false;
  let feeding = Promise.resolve();

  async function feed() {
    if (ended) return;
    try {
      const { value } = await pieces.next();
      if (value) {
        tell({ type: 'bytes', bytes: value }, [value.buffer]);
        return await breathe();
      }
      tell({ type: 'end' });
    } catch (error) {
      problem = error;
      tell({ type: 'broken' });
    }
    ended = true;
  }

  return {
    next() {
      feeding = feeding.then(feed);
    },
    problem: () => problem,
    /** Whoever gives the bytes may take any time to give the next ones; nobody waits for that. */
    close() {
      ended = true;
      pieces.return(undefined).catch(() => undefined);
    },
  };
}

/** Copies, as each goes to the thread for good. */
async function* piecesOf(source: ByteSource): AsyncGenerator<Buffer<ArrayBuffer>, undefined> {
  for await (const part of source as AsyncIterable<Uint8Array>) {
    for (let at = 0; at < part.length; at += pieceBytes) {
      const piece = Buffer.allocUnsafeSlow(Math.min(pieceBytes, part.length - at));
      piece.set(part.subarray(at, at + pieceBytes));
      yield piece;
    }
  }
}
