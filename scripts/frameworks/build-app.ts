import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Alias, type InlineConfig, type PluginOption } from 'vite';
import { angular } from './angular-plugin.ts';
import type { Host } from '../../demo/frameworks/host.ts';

export const appNames = ['plain', 'react-18', 'react-19', 'vue', 'svelte', 'angular'] as const;
export type AppName = (typeof appNames)[number];

/** An example app, built: what the browser loads, and what the server writes first, where the framework does that. */
export type BuiltApp = { name: AppName; files: string; render: ((host: Host) => Promise<string>) | null };

/** Where the apps are. */
export const home = fileURLToPath(new URL('../../demo/frameworks/', import.meta.url));
const rendersOnServer: readonly AppName[] = ['react-18', 'react-19', 'vue', 'svelte'];

/** Builds one app into `directory`, in the framework's development mode: that is where it warns of what is wrong. */
export async function buildApp(name: AppName, directory: string): Promise<BuiltApp> {
  const extension = name.startsWith('react') ? 'tsx' : 'ts';
  const files = join(directory, name, 'browser');
  await build(config(name, join(home, name, `browser.${extension}`), files));
  if (!rendersOnServer.includes(name)) return { name, files, render: null };
  const server = join(directory, name, 'server');
  const entry = join(home, name, `server.${extension}`);
  await build({ ...config(name, entry, server, true), ssr: { noExternal: true } });
  const { render } = (await import(pathToFileURL(join(server, 'server.js')).href)) as Pick<BuiltApp, 'render'>;
  return { name, files, render };
}

function config(name: AppName, entry: string, outDir: string, isServer = false): InlineConfig {
  return {
    configFile: false,
    root: join(home, name),
    base: './',
    mode: 'development',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"development"' },
    plugins: plugins[name] ?? [],
    resolve: { alias: name === 'react-18' ? react18 : [] },
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      modulePreload: false,
      ssr: isServer,
      rollupOptions: {
        input: entry,
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  };
}

/** Both versions of React are here; in this app `react` means the older one. */
const react18: Alias[] = [
  { find: /^react(?=\/|$)/, replacement: 'react-18' },
  { find: /^react-dom(?=\/|$)/, replacement: 'react-dom-18' },
];

const plugins: Partial<Record<AppName, PluginOption[]>> = {
  vue: [vue({ template: { compilerOptions: { isCustomElement: tag => tag.includes('-') } } })],
  svelte: [svelte({ configFile: false })],
  angular: [angular(join(home, 'angular/tsconfig.json'))],
};
