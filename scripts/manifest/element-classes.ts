import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { widgets, type WidgetsProgram } from './widgets-program.ts';

/** A class with a `static tag`. One that has a file in `define/` is for hosts; another is a part of one of those. */
export type ElementClass = { tag: string; node: ts.ClassDeclaration; isPublic: boolean };

/** Every element of the kit, in the order of their tags. */
export function elementClasses({ files }: WidgetsProgram): ElementClass[] {
  const found = files.flatMap(file =>
    file.statements.filter(ts.isClassDeclaration).flatMap(node => {
      const tag = tagOf(node);
      return tag ? [{ tag, node, isPublic: existsSync(join(widgets, `src/define/${tag}.ts`)) }] : [];
    }),
  );
  return found.sort((a, b) => a.tag.localeCompare(b.tag));
}

function tagOf(node: ts.ClassDeclaration): string | undefined {
  for (const member of node.members) {
    if (!ts.isPropertyDeclaration(member) || member.name.getText() !== 'tag') continue;
    if (member.initializer && ts.isStringLiteral(member.initializer)) return member.initializer.text;
  }
  return undefined;
}
