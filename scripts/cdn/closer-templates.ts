import { transform as minified } from 'esbuild';
import type { Plugin } from 'vite';

/** In `html` and `svg` templates line breaks with their indents are one space; style sheets lose all that they can. */
export function closerTemplates(): Plugin {
  return {
    name: 'closer-templates',
    async transform(code, id) {
      if (!id.includes('/widgets/src/')) return null;
      let closer = '';
      let end = 0;
      for (const { 0: template, 1: kind, index } of code.matchAll(/\b(css|html|svg)`[^`]*`/g)) {
        closer += code.slice(end, index) + (kind === 'css' ? await styles(template) : oneLine(template));
        end = index + template.length;
      }
      return { code: closer + code.slice(end), map: null };
    },
  };
}

const oneLine = (template: string) => template.replace(/\s*\n\s*/g, ' ');

/** What is put in between (`${…}`) stands for rules of other sheets, which only this build's reader of them knows. */
async function styles(template: string): Promise<string> {
  const sheet = template.slice('css`'.length, -1);
  if (sheet.includes('${') || sheet.includes('\\')) return oneLine(template.replace(/\/\*.*?\*\//gs, ''));
  const { code, warnings } = await minified(sheet, { loader: 'css', minify: true, charset: 'utf8' });
  if (warnings.length > 0) throw new Error(`${warnings[0]!.text} in ${template}`);
  // A template would read it as an escape of its own.
  if (/[\\`]/.test(code)) throw new Error(`Cannot stand in a template: ${code}`);
  return `css\`${code.trim()}\``;
}
