import { migrate as bringUpToDate } from '../db/migrate.ts';
import { openWorld } from '../world.ts';
import type { AddCommand } from './command.ts';

export const migrate: AddCommand = (program, { settings, say }) => {
  program
    .command('migrate')
    .description('bring the tables up to date; does nothing where they are')
    .action(async () => {
      const { db } = await openWorld(settings());
      await db.close();
      await bringUpToDate(settings());
      say({ migrated: true }, 'The tables are up to date.');
    });
};
