import type { defineFrames } from './frame-host.ts';

/*
 * For pages that allow only frames: loaded instead of `boot.js`, with the same elements on the page. What stands in their
 * place weighs more than a script at a stable address should, so it has a hashed one, as the elements of `boot.js` have.
 */

/** Set by the build: the tags of the elements, and the hash in the name of the file that frames are made by. */
declare const hashes: Readonly<Record<string, string>>;
declare const frameHash: string;

const { currentScript } = document;
const base = currentScript ? (currentScript as HTMLScriptElement).src.replace(/[^/]*(\?.*)?$/, '') : './';
// The provider first: the elements look for it when they wake up.
const tags = Object.keys(hashes).sort(tag => (tag === 'campaign-kit' ? -1 : 0));
const taken = tags.find(tag => customElements.get(tag));

if (taken)
  console.warn(`Campaign Kit: <${taken}> is defined already; load either boot.js or frame.js, and load it once.`);
else start();

function start(): void {
  import(`${base}chunks/frame-host-${frameHash}.js`).then(
    (host: { defineFrames: typeof defineFrames }) => host.defineFrames(tags),
    (problem: unknown) => {
      addEventListener('online', start, { once: true });
      console.warn('Campaign Kit: the frames could not be loaded.', problem);
    },
  );
}
