import { openDemo } from './open-demo.ts';
import { readSettings } from './settings.ts';

const began = performance.now();

/** `npm start`: the whole demo with nothing set up. Ctrl-C ends it; a second one at once. */
async function start(): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2));
  say('Starting. The first start makes a demo organization and builds the elements; it takes some seconds.');
  const demo = await openDemo(settings);
  const days = Math.floor((Date.now() - demo.state.seededAt) / 86_400_000);
  say(`
  Campaign Kit is running (${((performance.now() - began) / 1000).toFixed(1)} s).

    Harbor CRM, a make-believe host   ${demo.crmUrl}
    The kit's server                  ${demo.kitUrl}
    Everybody's phones                ${demo.phonesUrl ?? 'real ones, by the Twilio account of the environment'}

  Campaigns, history and a page for developers are in the CRM's sidebar.${
    days > 1 ? `\n  The data is ${days} days old: npm start -- --fresh makes it anew.` : ''
  }
  Ctrl-C stops it.
`);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      demo.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
