import { createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql';
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { waitedShare } from './core-clock.ts';

/** On what and when this was measured, and how busy the machine was with other things; lines of Markdown. */
export async function machine(): Promise<string> {
  const client = createClient({ url: 'file::memory:' });
  const [sqlite] = await drizzle(client).all<{ version: string }>(sql`SELECT sqlite_version() AS version`);
  client.close();
  const waited = waitedShare();
  const facts: [string, string][] = [
    ['commit', commit()],
    ['date', new Date().toISOString().slice(0, 10)],
    ['cores', `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`],
    ['memory', `${Math.round(totalmem() / 2 ** 30)} GiB`],
    ['Node', process.versions.node],
    ['SQLite', sqlite?.version ?? 'unknown'],
    ['load average', loadavg()[0]!.toFixed(1)],
    ['main thread waited for a core', waited === null ? 'not known' : `${(waited * 100).toFixed(0)} % of the time`],
  ];
  return facts.map(([name, value]) => `- ${name}: ${value}`).join('\n');
}

function commit(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', 'packages') ? ' and changes to it' : '');
  } catch {
    return 'unknown';
  }
}
