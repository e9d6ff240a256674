import { createKey } from '../organizations/create-key.ts';
import { listKeys } from '../organizations/list-keys.ts';
import { revokeKey } from '../organizations/revoke-key.ts';
import type { AddCommand } from './command.ts';
import { integer } from './integer.ts';

export const key: AddCommand = (program, { withWorld, say }) => {
  const family = program.command('key').description('secret keys of hosts');
  family
    .command('create')
    .description('make a secret key and show it, this once')
    .requiredOption('--organization <id>', 'whose key', integer)
    .requiredOption('--name <name>', 'what it is for')
    .action(async ({ organization: organizationId, name }: { organization: number; name: string }) => {
      const made = await withWorld(world => createKey(world, { organizationId, name }));
      say(made, `Key ${made.id} (${name}). It is not shown again:\n${made.key}`);
    });
  family
    .command('list')
    .description('which keys there are; not the keys')
    .option('--organization <id>', 'only of this one', integer)
    .action(async ({ organization }: { organization?: number }) =>
      say(await withWorld(world => listKeys(world, { organizationId: organization ?? null }))),
    );
  family
    .command('revoke')
    .description('refuse a key from now on')
    .argument('<id>', 'the number of the key', integer)
    .action(async (keyId: number) => {
      const revoked = await withWorld(world => revokeKey(world, { keyId }));
      say(revoked, `Key ${keyId} (${revoked.name}) is revoked.`);
    });
};
