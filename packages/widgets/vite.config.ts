import { readFileSync, readdirSync } from 'node:fs';
import { defineConfig } from 'vite';
import { closerTemplates } from '../../scripts/cdn/closer-templates.ts';
import { ownPolicyName } from '../../scripts/cdn/own-policy-name.ts';
import { stableScripts } from '../../scripts/cdn/stable-scripts.ts';

const at = (path: string) => new URL(`src/${path}`, import.meta.url).pathname;

/** A define file for each element; a tag always has a dash. */
const tags = readdirSync(at('define'))
  .map(name => name.replace(/\.ts$/, ''))
  .filter(name => name.includes('-'));

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

/**
 * The build for a script tag: scripts at stable addresses, and hashed chunks beside them, one for each element. */
export default defineConfig({
  define: { 'process.env.NODE_ENV': '"production"' },
  resolve: { alias: { 'lit/decorators.js': at('decorators.ts') } },
  build: {
    outDir: 'dist-cdn',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    sourcemap: true,
    // A library, so that nothing wraps `import()` to preload by tags in the host's head.
    lib: {
      entry: {
        kit: at('cdn.ts'),
        development: at('diagnose/development.ts'),
        'frame-page': at('frame/frame-page.ts'),
        'frame-host': at('frame/frame-host.ts'),
        ...Object.fromEntries(tags.map(tag => [tag, at(`define/${tag}.ts`)])),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      output: {
        minify: true,
        comments: false,
        entryFileNames: ({ name }) =>
          name === 'kit' || name === 'frame-page' ? '[name].js' : 'chunks/[name]-[hash].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        // What every element stands on travels as one file: fewer requests, and it packs better.
        codeSplitting: {
          groups: [
            { name: 'diagnose', test: /widgets.src.diagnose.(?!development)|shared.src.version/ },
            {
              name: 'campaign-kit',
              test: /widgets.src.(api|campaign-kit|client|define.campaign-kit|define-element|element|kit|kit-context|kit-error|listening|live|make-dialog|mint-from-url|provider|query|session|styles.(tokens|button|text|bone)|parts.(icons|number|query-states|place|menu-button|menu-button.styles))\.ts$|shared.src.(words.first|campaign-actions.faces)|rolldown.runtime/,
            },
            // Small parts that most pages have in common pack far better together than one by one.
            {
              name: 'parts',
              test: /widgets.src.(parts|styles).|widgets.src.(operation-run|pace|preview-query|action-events|request-events|request-key)\.ts$|lit(-html)?.directive|lit-html.async|campaign-actions.at-once|shared.src.segments/,
            },
            // A group takes along what it imports, unless that has a group before it.
            { name: 'en', test: /shared.src.words.en\.ts$/ },
            { name: 'message-action', test: /widgets.src.message-actions./ },
            { name: 'listening', test: /widgets.src.(changes|live-stream|live-query|stream-listening)\.ts$/ },
          ],
        },
      },
    },
  },
  plugins: [
    closerTemplates(),
    ownPolicyName(),
    stableScripts({
      scripts: { 'boot.js': at('boot.ts'), 'boot.dev.js': at('boot-development.ts'), 'frame.js': at('frame/frame.ts') },
      tags,
      version,
    }),
  ],
});
