import { readFile } from '@web/test-runner-commands';

type Named = { name: string };
type Token = Named & { default?: string };
type Declaration = { tagName?: string; cssParts?: Named[]; cssProperties?: Token[]; cssStates?: Named[] };
type Documented = { parts: string[]; tokens: string[]; states: string[]; defaults: Record<string, string> };

/** What the manifest says of an element: its parts, tokens and states by name, and the defaults of the tokens. */
export async function documented(tag: string): Promise<Documented> {
  // From where the bundled test lies, in a folder of the cache.
  const text = await readFile({ path: '../../../../../../../packages/widgets/custom-elements.json' });
  const manifest = JSON.parse(text ?? '{}') as { modules: { declarations?: Declaration[] }[] };
  const found = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ tagName }) => tagName === tag);
  const names = (list: Named[] = []) => list.map(({ name }) => name).sort();
  if (!found) throw new Error(`The manifest has no <${tag}>.`);
  const tokens = found.cssProperties ?? [];
  return {
    parts: names(found.cssParts),
    tokens: names(tokens),
    states: names(found.cssStates),
    defaults: Object.fromEntries(tokens.map(token => [token.name, token.default ?? ''])),
  };
}
