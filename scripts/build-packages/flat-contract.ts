import prettier from 'prettier';
import ts from 'typescript';
import { flatType } from './flat-type.ts';

/**
 * The declarations of `contract.ts` without the server: every exported type written out, with its comment. A type that
 * another one contains stands in it by its name.
 */
export async function flatContract(program: ts.Program, path: string): Promise<string> {
  const source = program.getSourceFile(path);
  if (!source) throw new Error(`${path} is not part of the program.`);
  const checker = program.getTypeChecker();
  const exported = source.statements
    .filter(ts.isTypeAliasDeclaration)
    .filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword));
  const typeOf = (alias: ts.TypeAliasDeclaration) => checker.getTypeAtLocation(alias.name);

  const names = sharedUnions(program);
  const withoutOwn = flatType(program, new Map(names));
  const size = new Map(exported.map(alias => [alias, withoutOwn(typeOf(alias)).length]));
  const write = flatType(program, names);
  const written = new Map<ts.TypeAliasDeclaration, string>();
  // What is contained is shorter than what contains it.
  for (const alias of exported.toSorted((a, b) => size.get(a)! - size.get(b)!)) {
    const text = write(typeOf(alias));
    written.set(alias, text);
    if (!names.has(text)) names.set(text, alias.name.text);
  }

  const statements = exported.map(alias => {
    const [comment] = ts.getLeadingCommentRanges(source.text, alias.pos) ?? [];
    const doc = comment ? `${source.text.slice(comment.pos, comment.end)}\n` : '';
    return `${doc}export type ${alias.name.text} = ${written.get(alias)};`;
  });
  return prettier.format(statements.join('\n\n'), { parser: 'typescript', printWidth: 120, singleQuote: true });
}

/** The literal unions of the shared package, which is there where the contract is: by their text, how to name them. */
function sharedUnions(program: ts.Program): Map<string, string> {
  const checker = program.getTypeChecker();
  const write = flatType(program, new Map());
  const names = new Map<string, string>();
  for (const file of program.getSourceFiles()) {
    const [, module] = /\/packages\/shared\/src\/(.+)\.ts$/.exec(file.fileName) ?? [];
    if (!module) continue;
    for (const symbol of checker.getExportsOfModule(checker.getSymbolAtLocation(file)!)) {
      if ((symbol.flags & ts.SymbolFlags.TypeAlias) === 0) continue;
      const type = checker.getDeclaredTypeOfSymbol(symbol);
      const isUnion = type.isUnion() && type.types.length > 2 && type.types.every(one => one.isStringLiteral());
      if (!isUnion || names.has(write(type))) continue;
      names.set(write(type), `import('@campaign-kit/shared/${module}').${symbol.name}`);
    }
  }
  return names;
}
