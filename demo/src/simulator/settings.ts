/** How fast and how much. All of it can be changed while the simulator runs. */
export type Settings = {
  /** Of each number that has no rate of its own; a US long code sends one a second. */
  segmentsPerSecond: number;
  /** What a number's queue holds, in seconds of its own rate; ten hours at Twilio. */
  queueSeconds: number;
  /** From sent to the carrier's receipt, in milliseconds. */
  receiptMs: readonly [number, number];
  /** How long a slow answer takes, in milliseconds. */
  slowMs: number;
  /** How long a late callback or reply is kept back, in milliseconds. */
  lateMs: number;
  /** Messages in 24 hours, else 63038; null for no limit. */
  dailyLimit: number | null;
  /** Messages a minute from one number to one other, else 14107; null for no limit. */
  pairLimit: number | null;
  /** Requests at the same time, else 20429; null for no limit. */
  concurrentRequests: number | null;
  /** Whether the phones answer by themselves. */
  answering: boolean;
  /** How long a person takes to answer, as the median in milliseconds; one in twenty takes six times as long. */
  answerMs: number;
  /** Whether STOP, START and HELP are answered by Twilio, and the block is kept. */
  optOutHandling: boolean;
};

export const usualSettings: Settings = {
  segmentsPerSecond: 1,
  queueSeconds: 36_000,
  receiptMs: [400, 1_500],
  slowMs: 4_000,
  lateMs: 120_000,
  dailyLimit: null,
  pairLimit: null,
  concurrentRequests: null,
  answering: false,
  answerMs: 20_000,
  optOutHandling: true,
};
