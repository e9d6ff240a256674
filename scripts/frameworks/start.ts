import { openHosts } from '../../test/frameworks/open-hosts.ts';

/** `npm run frameworks`: the example apps to look at, each on campaigns of its own. Ctrl-C ends it. */
const { url, stop } = await openHosts();
console.log(`The example apps are at ${url}`);
process.once('SIGINT', () => void stop().then(() => process.exit(0)));
