#!/usr/bin/env node
/** What `npx @campaign-kit/server` runs: the server; with words behind it, one command of the command line. */
if (process.argv.length > 2) await import('./cli/main.ts');
else await import('./main.ts');

export {};
