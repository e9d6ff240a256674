import { campaignsPage, listCampaigns } from '../organizations/list-campaigns.ts';
import type { World } from '../world.ts';
import type { AddCommand } from './command.ts';
import { integer } from './integer.ts';

export const campaign: AddCommand = (program, { withWorld, say }) => {
  program
    .command('campaign')
    .description('campaigns of an organization')
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
