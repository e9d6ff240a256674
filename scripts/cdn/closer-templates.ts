import type { Plugin } from 'vite';

/** Line breaks and indents inside `html`, `svg` and `css` templates are one space: they mean no more in the browser. */
export function closerTemplates(): Plugin {
  return {
    name: 'closer-templates',
    transform(code, id) {
      if (!id.includes('/widgets/src/')) return null;
      return { code: code.replace(/\b(css|html|svg)`[^`]*`/g, closer), map: null };
    },
  };
}

function closer(template: string): string {
  const short = template.replace(/\s*\n\s*/g, ' ');
  if (!short.startsWith('css') || short.includes('${')) return short;
  return short
    .replace(/\s*([{};,])\s*/g, '$1')
    .replace(/;}/g, '}')
    .replaceAll(': ', ':');
}
