import { createOrganization } from '../organizations/create-organization.ts';
import { listOrganizations } from '../organizations/list-organizations.ts';
import type { AddCommand } from './command.ts';

export const organization: AddCommand = (program, { withWorld, say }) => {
  const family = program.command('organization').description('tenants of this server');
  family
    .command('create <name>')
    .description('make a new organization')
    .option('--time-zone <zone>', 'an IANA time zone', 'America/New_York')
    .action(async (name: string, { timeZone }: { timeZone: string }) => {
      const made = await withWorld(world => createOrganization(world, { name, timeZone }));
      say({ id: made.id, name, timeZone }, `Organization ${made.id} was made: ${name}, ${timeZone}.`);
    });
  family
    .command('list')
    .description('all organizations')
    .action(async () => say(await withWorld(listOrganizations)));
};
