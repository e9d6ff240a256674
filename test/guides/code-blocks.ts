import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export type CodeBlock = { language: string; file: string | null; code: string };

const guides = new URL('../../docs/guides/', import.meta.url);

export const guideFile = (path: string): string => fileURLToPath(new URL(path, guides));

/** The pieces of code of a guide, as a reader would copy them; `file`: the one that a piece is a copy of. */
export async function codeBlocks(guide: string): Promise<CodeBlock[]> {
  const text = await readFile(guideFile(`${guide}.md`), 'utf8');
  return [...text.matchAll(/^( *)```(\w+)(?: (\S+))?\n([\s\S]*?)^\1```$/gm)].map(([, , language, file, code]) => ({
    language: language!,
    file: file ?? null,
    code: code!,
  }));
}
