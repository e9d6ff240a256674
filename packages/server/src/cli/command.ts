import type { Command } from 'commander';
import type { World } from '../world.ts';

export type Settings = { url: string; authToken: string | undefined };

/** What a command gets: the database when it needs it, and one way to say what it found. */
export type Terminal = {
  /** The database's address, for what must not open it as tables yet. */
  settings(): Settings;
  /** Opens the world for the work and closes it after; refuses where migrations are missing. */
  withWorld<T>(work: (world: World) => Promise<T>): Promise<T>;
  /** Rows as JSON with `--json`, otherwise as the words, or as a table where there are none. */
  say(found: Row | readonly Row[], words?: string): void;
};

export type Row = Readonly<Record<string, unknown>>;

/** A command, or a family of them: adds itself to the program. One file and one line in `main.ts`. */
export type AddCommand = (program: Command, terminal: Terminal) => void;
