import type { MessagePort } from 'node:worker_threads';
import type { ImportMapping } from '@campaign-kit/shared/contact-import';
import type { Refusal } from '@campaign-kit/shared/refusal';
import type { Position } from './import-state.ts';
import type { ReadBatch } from './read-batches.ts';

/** Asks the thread to read one file; everything else about the file goes over its port. */
export type ReadFile = { readonly port: MessagePort; readonly mapping: ImportMapping };

/** Bytes of the file, as many pieces as were wanted; where to begin; and that the next batch may be made ready. */
export type ToThread =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'end' | 'broken' | 'next' }
  | { readonly type: 'begin'; readonly position: Position };

export type FromThread = { readonly type: 'wants' } | Answer;

export type Answer =
  | { readonly type: 'opened'; readonly columns: readonly string[]; readonly customColumns: readonly string[] }
  | { readonly type: 'batch'; readonly batch: ReadBatch }
  | { readonly type: 'done' }
  /** `sourceBroke`: the error is that of whoever gives the bytes. */
  | {
      readonly type: 'failed';
      readonly sourceBroke: boolean;
      readonly refusal: Pick<Refusal, 'code' | 'reason' | 'values'> | null;
      readonly problem: string;
    };
