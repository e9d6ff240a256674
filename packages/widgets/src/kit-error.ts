import type { RefusalCode } from '@campaign-kit/shared/refusal';
import type { WordKey } from '@campaign-kit/shared/words/en';
import type { Values } from '@campaign-kit/shared/words/say';

export type KitErrorCode = RefusalCode | 'network' | 'server';

type Parts = {
  code: KitErrorCode;
  message: string;
  requestId?: string | null;
  retryable?: boolean;
  reason?: WordKey | null;
  values?: Values;
  details?: unknown;
  retry?: () => Promise<unknown>;
};

/** The one error that leaves the kit. `reason` and `values` are its sentence in any language; `message` is it in English. */
export class KitError extends Error {
  override readonly name = 'KitError';
  readonly code: KitErrorCode;
  readonly requestId: string | null;
  readonly retryable: boolean;
  readonly reason: WordKey | null;
  readonly values: Values;
  readonly details: unknown;
  /** Does once more what failed. */
  readonly retry: () => Promise<unknown>;

  constructor(parts: Parts, options?: ErrorOptions) {
    super(parts.message, options);
    this.code = parts.code;
    this.requestId = parts.requestId ?? null;
    this.retryable = parts.retryable ?? false;
    this.reason = parts.reason ?? null;
    this.values = parts.values ?? {};
    this.details = parts.details;
    this.retry = parts.retry ?? (() => Promise.reject(this));
  }

  /** Whatever a call threw, as a KitError: a refusal of the server, a dead network, or an answer nobody understands. */
  static from(thrown: unknown, retry?: () => Promise<unknown>): KitError {
    const again = retry ? { retry } : {};
    if (thrown instanceof KitError) {
      if (!retry) return thrown;
      const { code, message, requestId, retryable, reason, values, details } = thrown;
      return new KitError({ code, message, requestId, retryable, reason, values, details, retry }, { cause: thrown });
    }
    const [code, message] = isNetworkFailure(thrown)
      ? (['network', 'The network failed.'] as const)
      : (['server', thrown instanceof Error ? thrown.message : 'The server failed.'] as const);
    return new KitError({ code, message, retryable: true, ...again }, { cause: thrown });
  }
}

/** Browsers say "no network" with a TypeError, each in other words; a time-out counts too. */
export function isNetworkFailure(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  if (thrown.name === 'TimeoutError') return true;
  return thrown.name === 'TypeError' && (!navigator.onLine || /fetch|network|load failed/i.test(thrown.message));
}

/** An abort is nobody's failure: whoever asked does not want the answer any more. */
export const isAbort = (thrown: unknown): boolean =>
  thrown instanceof Error &&
  (thrown.name === 'AbortError' || (thrown.cause as Error | undefined)?.name === 'AbortError');
