import { version } from '@campaign-kit/shared/version';

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

/** Also a classic script (`defer`, `async`): there the address says where the files are, and no name may become global. */
function start(): void {
  const script = document.currentScript as HTMLScriptElement | null;
  const base = script ? script.src.replace(/[^/]*(\?.*)?$/, '') : './';
  const loads: Record<string, Promise<unknown>> = {};
  const tags = Object.keys(hashes).join();

  const once = (tag: string): Promise<unknown> =>
    (loads[tag] ??= import(`${base}chunks/${tag}-${hashes[tag]}.js`).catch((problem: unknown) => {
      delete loads[tag];
      addEventListener('online', () => void once(tag), { once: true });
      console.warn(`Campaign Kit: <${tag}> could not be loaded.`, problem);
    }));

  const look = (at: Node): Promise<unknown> => {
    const found = at.nodeType === 1 && (at as Element).matches(tags) ? [at] : [];
    const inside = 'querySelectorAll' in at ? (at as Element).querySelectorAll(tags) : [];
    return Promise.all([...found, ...inside].map(element => once((element as Element).localName)));
  };

  const watching = new MutationObserver(records => {
    for (const { addedNodes } of records) addedNodes.forEach(node => void look(node));
  });

  const load = async (what: string | Node) => {
    if (typeof what === 'string') return void (await once(what));
    watching.observe(what, { childList: true, subtree: true });
    await look(what);
  };
  page[place] = { version, load };
  void load(document);
}
