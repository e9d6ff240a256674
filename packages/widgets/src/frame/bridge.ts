import type { MintReason, Minted } from '../session.ts';

/** The place of a frame in px of the host's window, and behind it the size that the frame itself has at this moment. */
export type Place = readonly [
  left: number,
  top: number,
  width: number,
  height: number,
  frameWidth: number,
  frameHeight: number,
];

/** 0: in its place. 1: over the whole window, clipped to what is to be seen. 2: over the window, and nothing else can be used. */
export type Lift = 0 | 1 | 2;

/** What a frame takes over from where it stands. `tokens`: a value for each name that it said hello with. */
export type Looks = { lang: string; dir: string; font: string; scheme: string; tokens: string[] };

/** What the page around a frame says to it. `do` gets an answer: `undo` or `retry` of the event of this number, or `logout`. */
export type ToFrame = {
  is: [attributes: Record<string, string>, timeZone: string, looks: Looks];
  at: [place: Place];
  do: [deed: string, event?: number];
  escape: [];
};

/** What a frame says to the page around it. */
export type ToHost = {
  title: [title: string];
  /** In px; without a width it is as wide as its place. */
  size: [width: number | null, height: number];
  state: [state: string];
  open: [open: boolean];
  /** What is to be seen is in place. */
  shown: [clip: string];
  /** The looks may have changed. */
  look: [];
  event: [type: string, init: EventInit, detail: Record<string, unknown>, event: number];
  mint: [reason: MintReason];
  lift: [lift: Lift];
};

/** What the page answers where a frame asks: `event` is whether the host lets it go on. */
export type Answers = { event: boolean; mint: Minted; lift: Place };

/** How one side serves what the other one says. */
export type Serves<Said extends Record<string, unknown[]>> = {
  [Name in keyof Said]: (...words: Said[Name]) => unknown;
};
