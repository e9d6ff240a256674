/** What can go wrong on purpose: what the switch is called, what it does, and how often when it is turned on by hand. */
export type Fault = { group: 'api' | 'callbacks' | 'inbound' | 'carrier'; label: string; help: string; usual: number };

const carrier = (code: number, label: string): Fault => ({
  group: 'carrier',
  label: `${code} ${label}`,
  help: `Sent, then undelivered with error ${code}.`,
  usual: 0.05,
});

export const faultTable = {
  tooManyRequests: { group: 'api', label: '429', help: 'Refused with 20429; not kept.', usual: 0.1 },
  serverError: { group: 'api', label: '5xx', help: 'Answered with 500 or 503; not kept.', usual: 0.1 },
  serverErrorKept: { group: 'api', label: '5xx, but kept', help: 'Answered with 500; sent all the same.', usual: 0.05 },
  neverAnswers: { group: 'api', label: 'No answer', help: 'Accepts the request and never answers.', usual: 0.05 },
  dropped: { group: 'api', label: 'Dropped', help: 'Closes the connection; not kept.', usual: 0.05 },
  droppedKept: {
    group: 'api',
    label: 'Dropped, but kept',
    help: 'Closes the connection; sent all the same.',
    usual: 0.05,
  },
  slow: { group: 'api', label: 'Slow answers', help: 'Answers after some seconds.', usual: 0.2 },
  earlyCallback: { group: 'callbacks', label: 'Early', help: 'Calls back before it answers the request.', usual: 0.2 },
  lostCallback: { group: 'callbacks', label: 'Lost', help: 'Never calls back.', usual: 0.05 },
  lateCallback: { group: 'callbacks', label: 'Late', help: 'Calls back after minutes.', usual: 0.1 },
  duplicateCallback: { group: 'callbacks', label: 'Twice', help: 'Calls back twice.', usual: 0.2 },
  outOfOrderCallback: { group: 'callbacks', label: 'Out of order', help: 'A later status overtakes.', usual: 0.2 },
  wrongSignature: { group: 'callbacks', label: 'Wrong signature', help: 'Signed with another token.', usual: 0.05 },
  inboundTwice: { group: 'inbound', label: 'Twice', help: 'The same reply arrives twice.', usual: 0.2 },
  inboundLate: { group: 'inbound', label: 'Late', help: 'A reply arrives after minutes.', usual: 0.1 },
  inboundWrongSignature: {
    group: 'inbound',
    label: 'Wrong signature',
    help: 'Signed with another token.',
    usual: 0.05,
  },
  carrier30003: carrier(30003, 'unreachable'),
  carrier30004: carrier(30004, 'blocked'),
  carrier30005: carrier(30005, 'unknown handset'),
  carrier30006: carrier(30006, 'landline'),
  carrier30007: carrier(30007, 'filtered'),
  carrier30008: carrier(30008, 'unknown error'),
  carrier30017: carrier(30017, 'congestion'),
  carrier30023: carrier(30023, 'daily cap'),
  carrier30034: carrier(30034, 'unregistered'),
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faultTable;

/** How often each fault happens, from 0 (never) to 1 (always). */
export type Faults = Record<FaultName, number>;

export const faultNames = Object.keys(faultTable) as FaultName[];

export const noFaults = (): Faults => Object.fromEntries(faultNames.map(name => [name, 0])) as Faults;

/** The error codes that a carrier may answer with, and the switch of each. */
export const carrierFaults = faultNames
  .filter(name => faultTable[name].group === 'carrier')
  .map(name => ({ name, code: Number(name.slice('carrier'.length)) }));
