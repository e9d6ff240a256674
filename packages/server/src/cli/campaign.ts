import { createCampaign } from '../campaigns/create-campaign.ts';
import { campaignsPage, listCampaigns } from '../organizations/list-campaigns.ts';
import type { World } from '../world.ts';
import type { AddCommand } from './command.ts';
import { integer } from './integer.ts';

type Made = { organization: number; script: string; launch?: boolean };

export const campaign: AddCommand = (program, { withWorld, say }) => {
  const family = program.command('campaign').description('campaigns of an organization');
  family
    .command('create <title>')
    .description('make a campaign, to import contacts into')
    .requiredOption('--organization <id>', 'whose campaign', integer)
    .requiredOption('--script <text>', 'the initial message, such as “Hi {firstName}”')
    .option('--launch', 'launch it now; without it, it is a draft')
    .action(async (title: string, { organization: organizationId, script, launch = false }: Made) => {
      const made = await withWorld(world => createCampaign(world, { organizationId, title, script, launch }));
      say(made, `Campaign ${made.id} was made${launch ? ' and launched' : ''}: ${title}.`);
    });
  family
    .command('list')
    .description('all campaigns, newest first, with their counts')
    .requiredOption('--organization <id>', 'whose campaigns', integer)
    .action(async ({ organization }: { organization: number }) => {
      say(await withWorld(world => allCampaigns(world, organization)));
    });
};

async function allCampaigns(world: World, organizationId: number) {
  const found = [];
  for (let before: number | null | undefined; before !== null;) {
    const asked = { organizationId, ...campaignsPage.parse({ before, limit: 100 }) };
    const page: Awaited<ReturnType<typeof listCampaigns>> = await listCampaigns(world, asked);
    for (const { counts, ...campaign } of page.campaigns) found.push({ ...campaign, ...counts });
    before = page.next;
  }
  return found;
}
