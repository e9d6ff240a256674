import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

type Options = {
  /** Name at the stable address → source file. */
  scripts: Readonly<Record<string, string>>;
  /** Tags of the elements; each is an entry of the build under its name. */
  tags: readonly string[];
  version: string;
};

/**
 * The scripts at stable addresses: they know the hashed names of the others, so they are made last, each as one classic
 * script that also works as a module. Then every file's integrity is written down.
 */
export function stableScripts({ scripts, tags, version }: Options): Plugin {
  return {
    name: 'stable-scripts',
    enforce: 'pre',
    resolveId: source => (source.slice(2) in scripts ? { id: source, external: true } : null),
    async generateBundle(_, bundle) {
      const hashes = new Map<string, string>();
      for (const [file, chunk] of Object.entries(bundle)) {
        if (chunk.type !== 'chunk') continue;
        // The entry of what went into a shared chunk of the same name only imports that one.
        if (chunk.isEntry && chunk.moduleIds.length === 0) delete bundle[file];
        else if (chunk.isEntry || !hashes.has(chunk.name)) hashes.set(chunk.name, file.slice(-11, -3));
      }
      const missing = tags.filter(tag => !hashes.has(tag));
      if (missing.length > 0) throw new Error(`No chunk was made for: ${missing.join(', ')}`);
      const define = {
        hashes: JSON.stringify(Object.fromEntries(tags.map(tag => [tag, hashes.get(tag)]))),
        frameHash: JSON.stringify(hashes.get('frame-host') ?? ''),
        developmentHash: JSON.stringify(hashes.get('development') ?? ''),
      };
      for (const [fileName, source] of Object.entries(scripts)) {
        const made = await build({
          entryPoints: [source],
          bundle: true,
          write: false,
          format: 'iife',
          target: 'es2022',
          minify: true,
          define,
          logLevel: 'warning',
        });
        this.emitFile({ type: 'asset', fileName, source: made.outputFiles[0]!.text.replace(/^"use strict";/, '') });
      }
    },
    async writeBundle({ dir = '' }, bundle) {
      const names = Object.keys(bundle).filter(name => name.endsWith('.js'));
      const files: Record<string, string> = {};
      for (const name of names.sort()) files[name] = integrityOf(await readFile(join(dir, name)));
      await writeFile(join(dir, 'integrity.json'), `${JSON.stringify({ version, files }, null, 2)}\n`);
      this.info(['Integrity of each file:', ...names.map(name => `${files[name]}  ${name}`)].join('\n'));
    },
  };
}

const integrityOf = (content: Buffer) => `sha384-${createHash('sha384').update(content).digest('base64')}`;
