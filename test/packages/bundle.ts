import esbuild from 'esbuild';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vite from 'vite';
import webpack from 'webpack';
import { entryNames, html } from './project.ts';

/** Run as a program, with NODE_ENV=production: builds every entry of a project with each bundler, into `dist/<bundler>`. */
const [project = ''] = process.argv.slice(2);
const sources = (extension: string) =>
  Object.fromEntries(entryNames.map(name => [name, join(project, `${name}.${extension}`)]));

const bundlers = {
  vite: outDir =>
    vite.build({
      root: project,
      configFile: false,
      logLevel: 'warn',
      base: './',
      build: { outDir, rollupOptions: { input: sources('html') } },
    }),
  webpack: outDir =>
    new Promise<void>((resolve, reject) => {
      const output = {
        path: outDir,
        module: true,
        chunkFormat: 'module',
        filename: '[name].js',
        chunkFilename: '[id].js',
      };
      const entry = sources('js');
      webpack(
        {
          mode: 'production',
          context: project,
          entry,
          output,
          experiments: { outputModule: true },
        } as webpack.Configuration,
        (error, stats) => {
          const failed = error ?? (stats?.hasErrors() || stats?.hasWarnings() ? new Error(stats.toString()) : null);
          if (failed) reject(failed);
          else resolve();
        },
      );
    }),
  esbuild: outdir =>
    esbuild.build({
      absWorkingDir: project,
      entryPoints: sources('js'),
      outdir,
      bundle: true,
      splitting: true,
      format: 'esm',
      minify: true,
      target: 'es2022',
      logLevel: 'warning',
    }),
} satisfies Record<string, (outDir: string) => Promise<unknown>>;

const everything = { entryPoints: ['everything.js'], outfile: join(project, 'dist/everything.js') };
await esbuild.build({ absWorkingDir: project, bundle: true, format: 'esm', minify: true, ...everything });

await esbuild.build({
  absWorkingDir: project,
  bundle: true,
  format: 'esm',
  conditions: ['development'],
  entryPoints: ['menu.js'],
  outdir: join(project, 'dist/development'),
});
await writeFile(join(project, 'dist/development/menu.html'), html('./menu.js'));

for (const [name, build] of Object.entries(bundlers)) {
  const directory = join(project, 'dist', name);
  await build(directory);
  // Vite makes the pages too.
  if (name === 'vite') continue;
  for (const entry of entryNames) await writeFile(join(directory, `${entry}.html`), html(`./${entry}.js`));
}
