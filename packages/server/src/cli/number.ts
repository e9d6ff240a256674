import { addNumber } from '../organizations/add-number.ts';
import { listNumbers } from '../organizations/list-numbers.ts';
import type { AddCommand } from './command.ts';
import { integer } from './integer.ts';

type Options = { organization: number; perSecond: string; service?: string };

export const number: AddCommand = (program, { withWorld, say }) => {
  const family = program.command('number').description('numbers that an organization texts from');

  family
    .command('add <phone>')
    .description('a number of the Twilio account, in E.164; its webhook for texts goes to /webhooks/twilio/inbound')
    .requiredOption('--organization <id>', 'whose it is', integer)
    .option('--per-second <texts>', 'how many carriers take from it in a second', '1')
    .option('--service <sid>', 'the Messaging Service that it is in')
    .action(async (phone: string, { organization: organizationId, perSecond, service }: Options) => {
      const wanted = { organizationId, phone, perSecond: Number(perSecond), messagingServiceSid: service };
      const row = await withWorld(world => addNumber(world, wanted));
      say(row, `Organization ${organizationId} texts from ${row.phone}, one text in ${row.sendEveryMs} ms.`);
    });
  family
    .command('list')
    .description('the numbers of an organization')
    .requiredOption('--organization <id>', 'whose numbers', integer)
    .action(async ({ organization: organizationId }: Options) =>
      say(await withWorld(world => listNumbers(world, { organizationId }))),
    );
};
