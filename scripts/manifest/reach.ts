import ts from 'typescript';
import type { ElementClass } from './element-classes.ts';
import type { WidgetsProgram } from './widgets-program.ts';

/** What an element is made of: the declarations that its code leads to, and the elements that it makes inside itself. */
export type Reach = { declarations: Set<ts.Node>; inner: Set<ElementClass> };

/**
 * Follows every name that the class uses, function by function, to where it is declared; modules that it loads later are
 * followed whole. Another element is where it stops.
 */
export function reach(program: WidgetsProgram, elements: ElementClass[], from: ElementClass): Reach {
  const { checker, isOurs } = program;
  const declarations = new Set<ts.Node>();
  const inner = new Set<ElementClass>();

  function take(symbol: ts.Symbol | undefined): void {
    if (!symbol) return;
    const meant = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    for (const declaration of meant.declarations ?? []) {
      if (!isOurs(declaration)) continue;
      const whole = topLevel(declaration);
      const element = elements.find(({ node }) => node === whole);
      if (element && element !== from) inner.add(element);
      else if (!declarations.has(whole) && isValue(whole)) {
        declarations.add(whole);
        follow(whole);
      }
    }
  }

  function follow(node: ts.Node): void {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    if (ts.isIdentifier(node)) take(checker.getSymbolAtLocation(node));
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const loaded = checker.getSymbolAtLocation(node.arguments[0] as ts.Node);
      if (loaded) checker.getExportsOfModule(loaded).forEach(take);
    }
    node.forEachChild(follow);
  }

  declarations.add(from.node);
  follow(from.node);
  return { declarations, inner };
}

/** A member, a field or a local name stands for the statement that it is in. */
function topLevel(node: ts.Node): ts.Node {
  let at = node;
  while (!ts.isSourceFile(at.parent)) at = at.parent;
  return at;
}

const isValue = (node: ts.Node) =>
  ts.isClassDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isVariableStatement(node);
