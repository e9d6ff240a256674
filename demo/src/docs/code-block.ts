import { raw } from 'hono/html';
import { highlight } from './highlight.ts';

const names: Readonly<Record<string, string>> = {
  ...{ html: 'HTML', js: 'JavaScript', javascript: 'JavaScript', ts: 'TypeScript', typescript: 'TypeScript' },
  ...{ css: 'CSS', sh: 'Shell', bash: 'Shell', console: 'Shell', json: 'JSON', http: 'HTTP', php: 'PHP' },
  ...{ python: 'Python', py: 'Python', ruby: 'Ruby', rb: 'Ruby', csharp: 'C#', cs: 'C#', java: 'Java' },
  ...{ jsx: 'JSX', tsx: 'TSX', vue: 'Vue', svelte: 'Svelte', nginx: 'nginx', xml: 'XML' },
};

/** A block of code that can be scrolled by keyboard and copied; the button comes alive with the page's script. */
export function codeBlock(code: string, language: string) {
  const name = names[language] ?? 'Text';
  const text = code.replace(/\s+$/, '');
  return raw(
    `<div class="code" role="group" aria-label="${name}"><div class="code-head"><span>${name}</span>` +
      `<button type="button" class="copy" data-copy hidden><span aria-live="polite">Copy</span></button></div>` +
      `<pre tabindex="0"><code>${highlight(text, language)}</code></pre></div>`,
  );
}
