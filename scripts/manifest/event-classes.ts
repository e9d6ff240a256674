import ts from 'typescript';
import type { WidgetsProgram } from './widgets-program.ts';

/** An event of the kit: what it is called, its class, and how it travels. */
export type EventClass = { name: string; type: string; bubbles: boolean; composed: boolean; cancelable: boolean };

/** Classes whose constructor calls `super('ck-…', {…})`, by the name of the class. */
export function eventClasses({ files, checker }: WidgetsProgram): Map<string, EventClass> {
  const found = new Map<string, EventClass>();
  for (const node of files.flatMap(file => file.statements.filter(ts.isClassDeclaration))) {
    const visit = (inside: ts.Node): void => {
      if (ts.isCallExpression(inside) && inside.expression.kind === ts.SyntaxKind.SuperKeyword) {
        const [name, init] = inside.arguments;
        if (node.name && name && ts.isStringLiteral(name) && name.text.startsWith('ck-')) {
          const on = init ? trueIn(checker, init) : new Set<string>();
          const [bubbles, composed, cancelable] = ['bubbles', 'composed', 'cancelable'].map(fact => on.has(fact));
          found.set(node.name.text, {
            name: name.text,
            type: node.name.text,
            bubbles,
            composed,
            cancelable,
          } as EventClass);
        }
      }
      inside.forEachChild(visit);
    };
    visit(node);
  }
  return found;
}

/** The names that are `true` in an object literal, spreads of constants included. */
function trueIn(checker: ts.TypeChecker, node: ts.Expression): Set<string> {
  const found = new Set<string>();
  if (ts.isIdentifier(node)) {
    const [declaration] = checker.getSymbolAtLocation(node)?.declarations ?? [];
    return declaration && ts.isVariableDeclaration(declaration) && declaration.initializer
      ? trueIn(checker, declaration.initializer)
      : found;
  }
  if (!ts.isObjectLiteralExpression(node)) return found;
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) for (const name of trueIn(checker, property.expression)) found.add(name);
    if (ts.isPropertyAssignment(property) && property.initializer.kind === ts.SyntaxKind.TrueKeyword) {
      found.add(property.name.getText());
    }
  }
  return found;
}
