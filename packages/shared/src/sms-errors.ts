import type { ErrorClass } from './delivery.ts';

/** Why a text did not arrive, as far as it makes a difference to a person; said as `smsError.…` in every language. */
export const smsReasons = [
  'tooFast',
  'carrierBusy',
  'provider',
  'unreachable',
  'noSuchNumber',
  'landline',
  'optedOut',
  'blocked',
  'filtered',
  'content',
  'media',
  'tooLong',
  'expired',
  'dailyLimit',
  'notRegistered',
  'region',
  'sender',
  'account',
  'price',
  'unknown',
] as const;
export type SmsReason = (typeof smsReasons)[number];

export type SmsError = { readonly class: ErrorClass; readonly reason: SmsReason };

/** Twilio's messaging errors by what they mean for us. Source: Twilio's error dictionary. What is not here is `unknown`. */
const table: Record<ErrorClass, Partial<Record<SmsReason, readonly number[]>>> = {
  retry: {
    tooFast: [14107, 20429, 21611, 30001, 30022, 31206],
    carrierBusy: [30017],
    provider: [20500, 20503, 21730, 30020, 30021, 30410],
    dailyLimit: [30023, 30027, 63038],
  },
  badContact: {
    noSuchNumber: [21211, 21217, 21401, 21421, 30005],
    landline: [21614, 30006],
    optedOut: [21610],
    region: [21612],
  },
  stop: {
    account: [20003, 20404, 21470, 21471, 21472, 21608, 30002, 30112],
    notRegistered: [21717, 30024, 30032, 30033, 30034, 30035, 30018],
    sender: [
      21210, 21212, 21603, 21606, 21607, 21613, 21615, 21616, 21631, 21649, 21650, 21657, 21659, 21660, 21701, 21702,
      21703, 21704, 21705, 21708, 21709, 21711,
    ],
    region: [21408],
    price: [30010],
    content: [21602, 21654, 21655, 21656],
    provider: [21609, 21624, 21626, 30012, 30013, 30109, 30111],
  },
  unknown: {
    unreachable: [30003],
    blocked: [21216, 30004, 30450],
    filtered: [30007],
    unknown: [21619, 30008, 30009],
    content: [21618, 30019],
    media: [21620, 21621, 21622, 21623, 30011],
    tooLong: [21605, 21617, 21658],
    expired: [30036],
    noSuchNumber: [30014],
  },
};

const byCode = new Map<number, SmsError>(
  (Object.entries(table) as [ErrorClass, Partial<Record<SmsReason, readonly number[]>>][]).flatMap(([kind, reasons]) =>
    (Object.entries(reasons) as [SmsReason, readonly number[]][]).flatMap(([reason, codes]) =>
      codes.map(code => [code, { class: kind, reason }] as const),
    ),
  ),
);

/** What an error of the provider means. One that is not known stops this message and is told. */
export const smsError = (code: number | null): SmsError =>
  byCode.get(code ?? 0) ?? { class: 'unknown', reason: 'unknown' };

/** The codes that mean this reason. `orOther`: and every code that is not known, and none at all. */
export function codesOf(reason: SmsReason): { codes: readonly number[]; orOther: boolean } {
  const codes = [...byCode].flatMap(([code, error]) => (error.reason === reason ? [code] : []));
  return { codes, orOther: reason === 'unknown' };
}

/** Every code that the table knows, for filters and for the documentation. */
export const knownSmsErrors: readonly number[] = [...byCode.keys()].sort((a, b) => a - b);

const firstPauseMs = 30_000;
const mostAttempts = 6;

/** How long until the next try: half a minute, then four times as long each; null when it has been tried enough. */
export const retryAfterMs = (attempts: number): number | null =>
  attempts >= mostAttempts ? null : firstPauseMs * 4 ** Math.max(0, attempts - 1);
