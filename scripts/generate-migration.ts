import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes the migration for what changed in the schema. drizzle-kit knows no STRICT tables, so they are made strict here. */
const folder = 'packages/server/src/db/migrations';
execFileSync(
  'npx',
  ['drizzle-kit', 'generate', '--config', 'packages/server/src/db/drizzle.config.ts', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
for (const name of readdirSync(folder).filter(name => name.endsWith('.sql'))) {
  const file = join(folder, name);
  const written = readFileSync(file, 'utf8');
  const strict = written.replace(/(CREATE TABLE [\s\S]*?\n\));/g, '$1 STRICT;');
  if (strict !== written) writeFileSync(file, strict);
}
