import { create, ts as analyzerTs } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import type { Package } from 'custom-elements-manifest/schema';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { elementClasses } from './element-classes.ts';
import { describeElements } from './describe-elements.ts';
import { widgets, type WidgetsProgram } from './widgets-program.ts';

/** What a host's code gets in its hands besides the elements. */
const api = ['src/element.ts', 'src/action-events.ts', 'src/request-events.ts', 'src/kit.ts', 'src/kit-error.ts'];

/** The manifest of the package, from its doc comments; what a comment cannot know comes from the code. */
export function analyze(program: WidgetsProgram): Package {
  const elements = elementClasses(program);
  const shown = elements.filter(({ isPublic }) => isPublic);
  const definitions = readdirSync(join(widgets, 'src/define'))
    .map(name => `src/define/${name}`)
    .filter(path => shown.some(({ tag }) => path === `src/define/${tag}.ts`));
  const paths = [...api, ...shown.map(({ node }) => program.pathOf(node.getSourceFile())), ...definitions];
  const modules = [...new Set(paths)].sort().map(path => {
    const source = readFileSync(join(widgets, path), 'utf8');
    return analyzerTs.createSourceFile(path, source, analyzerTs.ScriptTarget.ES2022, true);
  });
  const plugins = [...litPlugin(), describeElements(program, elements)];
  return asBuilt(create({ modules, plugins, context: { dev: false } }));
}

/** The modules under the names that they have in the published package. */
function asBuilt(manifest: Package): Package {
  const built = (key: string, value: unknown) =>
    typeof value === 'string' && (key === 'path' || key === 'module')
      ? value.replace(/^\/?src\/(.*)\.ts$/, 'dist/$1.js')
      : value;
  return JSON.parse(JSON.stringify(manifest), built) as Package;
}
