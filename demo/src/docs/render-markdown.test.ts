import { expect, test } from 'vitest';
import { linkFrom } from './read-guides.ts';
import { renderMarkdown } from './render-markdown.ts';

const render = (text: string) => renderMarkdown(text, linkFrom('docs/guides'));

test('the first heading is the title, and the sentence after it the lead', () => {
  const { title, lead, body } = render(
    '---\norder: 3\n---\n# `<a-b>` in *a* frame\n\nOne [page](x.md)\nand more.\n\n## Then\n',
  );
  expect(title).toBe('<a-b> in a frame');
  expect(lead).toBe('One page and more.');
  expect(body).not.toContain('<h1');
});

for (const [written, leads] of [
  ['[x](events.md)', '/docs/guides/events'],
  ['[x](events.md#undo)', '/docs/guides/events#undo'],
  ['[x](../decisions/001-selections-and-verbs.md)', '/docs/source/docs/decisions/001-selections-and-verbs.md'],
  ['[x](../../demo/package.json)', '/docs/source/demo/package.json'],
  ['[x](/looks)', '/looks'],
  ['[x](#undo)', '#undo'],
  ['[x](https://crm.example/?a=1&b=2)', 'https://crm.example/?a=1&amp;b=2'],
] as const) {
  test(`${written} leads to ${leads}`, () => expect(render(written).body).toContain(`href="${leads}"`));
}

test('a link that leads nowhere is plain text', () => {
  expect(renderMarkdown('See [this](x.ts).', () => '').body).toBe('<p>See this.</p>\n');
});

test('headings of the same words have anchors of their own, and are known without their markup', () => {
  const { headings, body } = render('## The `kit`\n\n## The kit\n');
  expect(headings).toEqual([
    { depth: 2, text: 'The kit', id: 'the-kit' },
    { depth: 2, text: 'The kit', id: 'the-kit-1' },
  ]);
  expect(body).toContain('<h2 id="the-kit-1">');
});

test('code is shown as it is written, whatever its language', () => {
  for (const language of ['html', 'ts', 'text', '']) {
    const { body } = render(`\`\`\`${language}\n<script>alert("&amp;")</script>\n\`\`\``);
    expect(body).not.toContain('<script>');
    expect(body.replace(/<[^>]+>/g, '').replace(/&(#60|lt);/g, '<')).toContain('<script');
  }
});

test('a table without names has no head', () => {
  expect(render('| | |\n| - | - |\n| a | b |').body).not.toContain('<th');
  expect(render('| x | |\n| - | - |\n| a | b |').body).toContain('<th scope="col">x</th><td></td>');
});
