import { errorWords } from './error-words.ts';

/** A refusal as the REST API words it; the HTTP status is 400 where none is given. */
export class TwilioError extends Error {
  readonly code: number;
  readonly status: number;

  constructor(code: number, { status = 400, message }: { status?: number; message?: string } = {}) {
    super(message ?? errorWords[code] ?? 'An error occurred');
    this.name = 'TwilioError';
    this.code = code;
    this.status = status;
  }

  toJSON(): { code: number; message: string; more_info: string; status: number } {
    const { code, message, status } = this;
    return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
  }
}

/** Nothing is at this path, or it belongs to another account: the API does not tell these apart. */
export function notFound(path: string): TwilioError {
  return new TwilioError(20404, { status: 404, message: `The requested resource ${path} was not found` });
}
