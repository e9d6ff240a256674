import type { Command } from 'commander';
import { addOrigin } from '../organizations/add-origin.ts';
import { listOrigins } from '../organizations/list-origins.ts';
import { removeOrigin } from '../organizations/remove-origin.ts';
import type { AddCommand } from './command.ts';
import { integer } from './integer.ts';

type Options = { organization: number };

export const origin: AddCommand = (program, { withWorld, say }) => {
  const family = program.command('origin').description('pages that may embed the elements');
  const ofOrganization = (command: Command) => command.requiredOption('--organization <id>', 'whose origins', integer);

  ofOrganization(family.command('add <url>'))
    .description('let pages of an origin embed the elements')
    .action(async (url: string, { organization: organizationId }: Options) => {
      const row = await withWorld(world => addOrigin(world, { organizationId, origin: url }));
      say(row, `Pages of ${row.origin} may embed the elements of organization ${organizationId}.`);
    });
  ofOrganization(family.command('remove <url>'))
    .description('shut pages of an origin out, at once')
    .action(async (url: string, { organization: organizationId }: Options) => {
      const row = await withWorld(world => removeOrigin(world, { organizationId, origin: url }));
      say(row, `Pages of ${row.origin} are shut out of organization ${organizationId}.`);
    });
  ofOrganization(family.command('list'))
    .description('the origins of an organization')
    .action(async ({ organization: organizationId }: Options) =>
      say(await withWorld(world => listOrigins(world, { organizationId }))),
    );
};
