import { version } from '@campaign-kit/shared/version';
import { base } from './boot-base.ts';

/** Boot as it stands on the page, for `kit.js` and for a second copy of itself. */
export type Boot = {
  readonly version: string;
  /** Loads an element by its tag, or watches a part of the page that boot cannot see: a shadow root of the host. */
  readonly load: (what: string | Node) => Promise<void>;
};

/** Set by the build: the tags of the elements, and the hash in the name of each one's file. */
declare const hashes: Readonly<Record<string, string>>;

const place = Symbol.for('campaign-kit');
const page = window as unknown as Record<symbol, Boot | undefined>;
const first = page[place];

if (!first) start();
else if (first.version !== version)
  console.warn(
    `Campaign Kit ${version} does nothing: this page has Campaign Kit ${first.version} already. Remove one of the two script tags.`,
  );

function start(): void {
  const loads: Record<string, Promise<unknown>> = {};
  const tags = Object.keys(hashes).join();

  // A browser remembers that a file failed, so that only a new page can ask again.
  const once = (tag: string) =>
    (loads[tag] ??= import(`${base}chunks/${tag}-${hashes[tag]}.js`).catch((problem: unknown) => {
      console.warn(`Campaign Kit: <${tag}> could not be loaded; reload the page to try again.`, problem);
      throw problem;
    }));

  const look = (at: Node): Promise<unknown> => {
    const found = at.nodeType === 1 && (at as Element).matches(tags) ? [at] : [];
    const inside = 'querySelectorAll' in at ? (at as Element).querySelectorAll(tags) : [];
    return Promise.all([...found, ...inside].map(element => once((element as Element).localName)));
  };

  const watching = new MutationObserver(records => {
    for (const { addedNodes } of records) for (const node of addedNodes) look(node).catch(() => {});
  });

  const load = async (what: string | Node) => {
    if (typeof what === 'string') return void (await once(what));
    watching.observe(what, { childList: true, subtree: true });
    await look(what);
  };
  page[place] = { version, load };
  load(document).catch(() => {});
}
