import { defineConfig, type Plugin } from 'vite';

/**
 * The build for a script tag: a stable `kit.js` and hashed chunks beside it. Nothing is preloaded by tags in the host's
 * head, and Lit's Trusted Types policy carries our name, so that a host can allow it by name.
 */
export default defineConfig({
  build: {
    outDir: 'dist-cdn',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    sourcemap: true,
    rollupOptions: {
      input: { kit: new URL('src/cdn.ts', import.meta.url).pathname },
      preserveEntrySignatures: 'exports-only',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        // What every element stands on travels as one file: fewer requests, and it packs better.
        codeSplitting: {
          groups: [
            {
              name: 'core',
              test: /widgets.src.(element|query|kit-error|listening|styles.(tokens|button|text|bone)|parts.(icons|number|query-states|place|menu-button|menu-button.styles))\.ts$|shared.src.(words.first|campaign-actions.registry)|rolldown.runtime/,
            },
          ],
        },
      },
    },
  },
  plugins: [closerTemplates(), ownPolicyName()],
});

/** Line breaks and indents inside `html`, `svg` and `css` templates are one space: they mean no more in the browser. */
function closerTemplates(): Plugin {
  const closer = (template: string) => {
    const short = template.replace(/\s*\n\s*/g, ' ');
    const plainCss = short.startsWith('css') && !short.includes('${');
    return plainCss ? short.replace(/\s*([{};,])\s*/g, '$1').replace(/;}/g, '}') : short;
  };
  return {
    name: 'closer-templates',
    transform(code, id) {
      if (!id.includes('/widgets/src/')) return null;
      return { code: code.replace(/\b(css|html|svg)`[^`]*`/g, closer), map: null };
    },
  };
}

function ownPolicyName(): Plugin {
  return {
    name: 'own-policy-name',
    transform: (code, id) =>
      id.includes('lit-html') && code.includes('createPolicy("lit-html"')
        ? { code: code.replace('createPolicy("lit-html"', 'createPolicy("campaign-kit"'), map: null }
        : null,
  };
}
