import { Refusal } from '@campaign-kit/shared/refusal';

export type SafeError = { kind: string; code?: string; message?: string; frames?: string[]; cause?: SafeError };

/** What of an error may be logged: never SQL, parameters, phone numbers, texts or tokens, which messages of a database hold. */
export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const cause = error.cause && depth < 4 ? safeError(error.cause, depth + 1) : undefined;
  return {
    kind: error.name === 'Error' ? error.constructor.name : error.name,
    ...(code !== undefined && { code }),
    ...(speaksPlainly(error) && { message: withoutSecrets(error.message) }),
    frames: framesOf(error),
    ...(cause && { cause }),
  };
}

const secrets: [RegExp, string][] = [
  [/\bck_live_[\w-]+/g, '[key]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/\bbearer\s+\S+/gi, '[token]'],
  [/\?[^\s'"]*/g, '?[query]'],
  [/\+?\d[\d\s().-]{5,}\d/g, '[number]'],
];

/** The text with keys, tokens, query strings and long numbers (phones among them) taken out. */
export function withoutSecrets(text: string): string {
  return secrets.reduce((rest, [secret, mark]) => rest.replace(secret, mark), text).slice(0, 500);
}

/** Errors of ours and of the language say what is wrong in words of their own; all others may quote what they were given. */
function speaksPlainly(error: Error): boolean {
  const own = [TypeError, RangeError, ReferenceError, Refusal].some(kind => error instanceof kind);
  return own || Object.getPrototypeOf(error) === Error.prototype;
}

/** Where it happened. The lines before the first frame repeat the message, so they are left out. */
function framesOf({ stack }: Error): string[] {
  const frames = (stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return frames.slice(0, 12).map(inRepository);
}

const inRepository = (frame: string) =>
  frame
    .trim()
    .replace(/[()]/g, '')
    .replace(/\S*\/(packages|node_modules)\//, '$1/');
