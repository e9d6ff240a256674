import { Option } from 'commander';
import { createOrganization } from '../organizations/create-organization.ts';
import { listOrganizations } from '../organizations/list-organizations.ts';
import { setOrganization, type OrganizationSettings } from '../organizations/set-organization.ts';
import type { AddCommand } from './command.ts';
import { integer } from './integer.ts';

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
    .command('set <id>')
    .description('change how texters’ requests are treated, and how fast texts leave')
    .option(
      '--max-per-request <n>',
      'how many conversations a texter may ask for at once, unless a team says otherwise',
      integer,
    )
    .addOption(new Option('--request-approval <by>', 'who decides about a request').choices(['automatic', 'admin']))
    .option('--per-second <texts>', 'how many texts leave in a second, of all its numbers together; none: no limit')
    .action(
      async (
        id: string,
        { perSecond: pace, ...settings }: Omit<OrganizationSettings, 'perSecond'> & { perSecond?: string },
      ) => {
        const perSecond = pace === undefined ? undefined : pace === 'none' ? null : Number(pace);
        say(await withWorld(world => setOrganization(world, { organizationId: integer(id), ...settings, perSecond })));
      },
    );
  family
    .command('list')
    .description('all organizations')
    .action(async () => say(await withWorld(listOrganizations)));
};
