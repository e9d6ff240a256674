import { Command, CommanderError } from 'commander';
import { Refusal } from '@campaign-kit/shared/refusal';
import { isMigrated } from '../db/is-migrated.ts';
import { EnvError, readDatabaseEnv } from '../env.ts';
import { safeError } from '../http/safe-error.ts';
import { openWorld } from '../world.ts';
import type { AddCommand, Terminal } from './command.ts';
import { tableOf } from './table-of.ts';

/** What a shell sees. `wrongUse`: the command line or the environment, not the data. */
export const exitCode = { done: 0, failed: 1, wrongUse: 2, refused: 3 } as const;

type Streams = { out(text: string): void; err(text: string): void };

/** Runs one command line and answers with its exit code; nothing is printed but through the streams. */
export async function run(
  commands: readonly AddCommand[],
  words: readonly string[],
  env: NodeJS.ProcessEnv,
  { out, err }: Streams,
): Promise<number> {
  const program = new Command('campaign-kit')
    .description('Campaign Kit from the command line. The database is CAMPAIGN_KIT_DATABASE_URL.')
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: err });
  const json = words.includes('--json');
  const settings = () => readDatabaseEnv(env);
  const terminal: Terminal = {
    settings,
    withWorld: async work => {
      const world = await openWorld(settings());
      try {
        if (!(await isMigrated(world.db.read))) throw new Refusal('conflict', 'refusal.notMigrated');
        return await work(world);
      } finally {
        await world.db.close();
      }
    },
    say: (found, told) => {
      out(`${json ? JSON.stringify(found) : (told ?? tableOf([found].flat()))}\n`);
    },
  };
  for (const add of commands) add(program, terminal);
  inherit(program);

  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.wrongUse;
    const [code, message] = told(error);
    err(json ? `${JSON.stringify({ error: { ...reasonOf(error), message } })}\n` : `${message}\n`);
    return code;
  }
}

/** Gives each command the settings of the program, and `--json`: families are made before they can inherit. */
function inherit(command: Command) {
  command.option('--json', 'say it as JSON').helpCommand(false);
  for (const child of command.commands) inherit(child.copyInheritedSettings(command));
}

function told(error: unknown): [number, string] {
  if (error instanceof EnvError) return [exitCode.wrongUse, error.message];
  if (error instanceof Refusal) return [exitCode.refused, error.message];
  const { frames: _, ...what } = safeError(error);
  return [exitCode.failed, `It failed: ${JSON.stringify(what)}`];
}

const reasonOf = (error: unknown) => (error instanceof Refusal ? { code: error.code, reason: error.reason } : {});
