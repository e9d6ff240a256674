import { say, type Values } from './words/say.ts';
import { en, type WordKey } from './words/en.ts';

/** The few kinds of failure that anyone outside ever sees. */
export type RefusalCode =
  | 'session_expired'
  | 'origin_not_allowed'
  | 'forbidden'
  | 'not_found'
  | 'validation'
  | 'conflict'
  | 'rate_limited'
  | 'version_mismatch';

/** A "no" with its reason in words. Thrown anywhere, mapped once at the edge; everything else is `server` and says nothing. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(code: RefusalCode, reason: WordKey, values: Values = {}, details: unknown = undefined) {
    super(say(en, 'en', reason, values));
    this.code = code;
    this.reason = reason;
    this.values = values;
    this.details = details;
  }
  readonly code: RefusalCode;
  readonly reason: WordKey;
  readonly values: Values;
  /** What the caller needs to go on, such as the fresh preview of a stale one. Never personal data. */
  readonly details: unknown;
}
