import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { analyze } from './analyze.ts';
import { vsCodeCssData, vsCodeHtmlData, webTypes } from './editor-data.ts';
import { reactTypes, svelteTypes, vueTypes } from './framework-types.ts';
import { openWidgetsProgram, root, widgets } from './widgets-program.ts';

/** Everything that is made from the doc comments, as it should be: text by path. */
export async function madeFiles(program = openWidgetsProgram()): Promise<Map<string, string>> {
  const manifest = analyze(program);
  const { version } = JSON.parse(readFileSync(join(widgets, 'package.json'), 'utf8')) as { version: string };
  const json = (content: object) => JSON.stringify(content);
  const files: Record<string, string> = {
    'custom-elements.json': json(manifest),
    'vscode.html-custom-data.json': json(vsCodeHtmlData(manifest)),
    'vscode.css-custom-data.json': json(vsCodeCssData(manifest)),
    'web-types.json': json(webTypes(manifest, version)),
    'src/frameworks/react.ts': reactTypes(manifest),
    'src/frameworks/svelte.ts': svelteTypes(manifest),
    'src/frameworks/vue.ts': vueTypes(manifest),
  };
  const options = (await resolveConfig(join(root, 'package.json'))) ?? {};
  const formatted = Object.entries(files).map(async ([name, text]) => {
    const filepath = join(widgets, name);
    return [filepath, await format(text, { ...options, filepath })] as const;
  });
  return new Map(await Promise.all(formatted));
}
