import { createCompilerHost, formatDiagnostics, performCompilation, readConfiguration } from '@angular/compiler-cli';
import linker from '@angular/compiler-cli/linker/babel';
import { transformAsync } from '@babel/core';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const nothing = fileURLToPath(new URL('nothing.d.ts', import.meta.url));

/** Compiles an Angular app ahead of time, so that it runs under a strict policy; its templates are type-checked with it. */
export function angular(tsconfig: string): Plugin {
  const compiled = new Map<string, string>();
  return {
    name: 'angular',
    enforce: 'pre',
    buildStart() {
      for (const [path, text] of compileAngular(tsconfig)) compiled.set(path, text);
    },
    load: id => compiled.get(id) ?? null,
    async transform(code, id) {
      if (!code.includes('ɵɵngDeclare') || !id.includes('@angular')) return null;
      const options = { filename: id, plugins: [linker], compact: false, configFile: false, babelrc: false };
      const linked = await transformAsync(code, options);
      return { code: linked?.code ?? code, map: null };
    },
  };
}

/** The compiled text of every source by its path; types are looked at by `angularProblems`. */
function compileAngular(tsconfig: string): Map<string, string> {
  const { rootNames, options } = readConfiguration(tsconfig, { paths: { '@campaign-kit/*': [nothing] } });
  const host = createCompilerHost({ options });
  const written = new Map<string, string>();
  host.writeFile = (_path, text, _mark, _onError, sources = []) => {
    for (const { fileName } of sources) written.set(resolve(fileName), text);
  };
  const { diagnostics } = performCompilation({ rootNames, options, host, gatherDiagnostics: () => [] });
  if (diagnostics.length > 0) throw new Error(formatDiagnostics(diagnostics));
  return written;
}

/** What Angular's compiler has to say of types and templates, when `paths` tells it where the kit's declarations are. */
export function angularProblems(tsconfig: string, paths: Record<string, string[]>): string {
  const { rootNames, options, errors } = readConfiguration(tsconfig, { paths, noEmit: true });
  const { diagnostics } = performCompilation({ rootNames, options });
  return formatDiagnostics([...errors, ...diagnostics]);
}
