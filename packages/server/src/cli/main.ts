import { assistant } from './assistant.ts';
import { campaign } from './campaign.ts';
import { importContacts } from './import.ts';
import { key } from './key.ts';
import { migrate } from './migrate.ts';
import { number } from './number.ts';
import { organization } from './organization.ts';
import { origin } from './origin.ts';
import { run } from './run.ts';
import { team } from './team.ts';

const commands = [organization, key, origin, number, assistant, team, campaign, importContacts, migrate];

process.exitCode = await run(commands, process.argv.slice(2), process.env, {
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
});
