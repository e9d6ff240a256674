import { setAssistant } from '../organizations/set-assistant.ts';
import type { AddCommand } from './command.ts';
import { integer } from './integer.ts';

export const assistant: AddCommand = (program, { withWorld, say }) => {
  const family = program.command('assistant').description('the server that answers replies for an organization');
  family
    .command('set <url>')
    .description('ask this server; its secret is shown once')
    .requiredOption('--organization <id>', 'the organization', integer)
    .action(async (url: string, { organization: organizationId }: { organization: number }) => {
      const set = await withWorld(world => setAssistant(world, { organizationId, url }));
      say({ ...set }, `Organization ${organizationId} asks ${set.url}. Its secret, shown once: ${set.secret}`);
    });
  family
    .command('remove')
    .description('ask no server: replies that no rule fits go to agents')
    .requiredOption('--organization <id>', 'the organization', integer)
    .action(async ({ organization: organizationId }: { organization: number }) => {
      const set = await withWorld(world => setAssistant(world, { organizationId, url: null }));
      say({ ...set }, `Organization ${organizationId} asks no server.`);
    });
};
