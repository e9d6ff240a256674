import { addTeam } from '../teams/add-team.ts';
import { listTeams } from '../teams/list-teams.ts';
import { setCampaign } from '../teams/set-campaign.ts';
import { setMember } from '../teams/set-member.ts';
import { setTeam } from '../teams/set-team.ts';
import type { AddCommand } from './command.ts';
import { integer } from './integer.ts';

type New = { organization: number; priority: number; maxPerRequest?: number };

export const team: AddCommand = (program, { withWorld, say }) => {
  const family = program.command('team').description('texters who share campaigns and a limit');
  const most = ['--max-per-request <n>', 'how many conversations a member may ask for at once', integer] as const;

  family
    .command('add <name>')
    .description('make a new team')
    .requiredOption('--organization <id>', 'whose team', integer)
    .option('--priority <n>', 'campaigns of the highest are offered first', integer, 0)
    .option(...most)
    .action(async (name: string, { organization: organizationId, priority, maxPerRequest }: New) => {
      const wanted = { organizationId, name, priority, maxPerRequest: maxPerRequest ?? null };
      const made = await withWorld(world => addTeam(world, wanted));
      say(made, `Team ${made.id} was made: ${name}.`);
    });
  family
    .command('set <id>')
    .description('change the priority or the limit of a team')
    .option('--priority <n>', 'campaigns of the highest are offered first', integer)
    .option(...most)
    .action(async (id: string, settings: { priority?: number; maxPerRequest?: number }) => {
      say(await withWorld(world => setTeam(world, { teamId: integer(id), ...settings })));
    });
  family
    .command('list')
    .description('the teams of an organization')
    .requiredOption('--organization <id>', 'whose teams', integer)
    .action(async ({ organization: organizationId }: { organization: number }) => {
      say(await withWorld(world => listTeams(world, { organizationId })));
    });
  for (const [word, member] of [
    ['join', true],
    ['leave', false],
  ] as const) {
    family
      .command(`${word} <id>`)
      .description(member ? 'put a user in a team' : 'take a user out of a team')
      .requiredOption('--user <external-id>', 'as the host knows them')
      .action(async (id: string, { user: externalId }: { user: string }) => {
        const set = await withWorld(world => setMember(world, { teamId: integer(id), externalId, member }));
        say(set, `${set.user} is ${member ? 'in' : 'no longer in'} the team ${set.team}.`);
      });
  }
  for (const [word, given] of [
    ['give', true],
    ['take', false],
  ] as const) {
    family
      .command(`${word} <id>`)
      .description(given ? 'offer a campaign to the team only' : 'take a campaign away from the team')
      .requiredOption('--campaign <id>', 'which campaign', integer)
      .action(async (id: string, { campaign: campaignId }: { campaign: number }) => {
        const set = await withWorld(world => setCampaign(world, { teamId: integer(id), campaignId, given }));
        say(set, `The campaign ${set.campaign} is ${given ? 'with' : 'no longer with'} the team ${set.team}.`);
      });
  }
};
