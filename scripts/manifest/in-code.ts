import ts from 'typescript';
import type { ElementClass } from './element-classes.ts';
import { eventClasses, type EventClass } from './event-classes.ts';
import { reach, type Reach } from './reach.ts';
import type { WidgetsProgram } from './widgets-program.ts';

/** What one element draws, reads and says, as its code has it. */
export type InCode = {
  parts: Set<string>;
  tokens: Set<string>;
  events: Map<string, EventClass>;
  /** The parts of elements inside it that it hands on to the host. */
  exported: Set<string>;
  isEverEmpty: boolean;
};

/** Reads it from all that the element reaches. */
export function inCode(program: WidgetsProgram, elements: ElementClass[], element: ElementClass): InCode {
  const classes = eventClasses(program);
  const own = reach(program, elements, element);
  const found = read(program, own, classes);
  for (const within of own.inner) {
    const other = inCode(program, elements, within);
    for (const [name, event] of other.events) if (event.bubbles) found.events.set(name, event);
    const drawn = new Set([...other.parts, ...other.exported]);
    for (const part of handedOn(program, reach(program, elements, within))) {
      if (drawn.has(part)) found.exported.add(part);
    }
  }
  return found;
}

function read(program: WidgetsProgram, { declarations }: Reach, classes: Map<string, EventClass>): InCode {
  const found: InCode = {
    parts: new Set(),
    tokens: new Set(),
    events: new Map(),
    exported: new Set(),
    isEverEmpty: false,
  };
  const visit = (node: ts.Node): void => {
    if (isText(node)) {
      for (const [, names = ''] of node.text.matchAll(/\spart="([^"]*)"/g)) {
        for (const name of names.split(/\s+/).filter(Boolean)) found.parts.add(name);
      }
      for (const [, name = ''] of node.text.matchAll(/var\(\s*(--ck-[\w-]+)/g)) found.tokens.add(name);
    }
    if (ts.isTemplateSpan(node) && /\spart=$/.test(textBefore(node))) {
      for (const value of values(program, node.expression)) found.parts.add(value);
    }
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) {
      const event = classes.get(node.expression.text) ?? plainEvent(node);
      if (event) found.events.set(event.name, event);
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'isEmpty') found.isEverEmpty = true;
    node.forEachChild(visit);
  };
  declarations.forEach(visit);
  return found;
}

/** `exportparts`, in a template or set by hand, as `inner` or `inner: outer`. */
function handedOn(program: WidgetsProgram, { declarations }: Reach): string[] {
  const lists: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isText(node)) for (const [, list = ''] of node.text.matchAll(/\sexportparts="([^"]*)"/g)) lists.push(list);
    if (ts.isCallExpression(node) && node.arguments[0]?.getText() === `'exportparts'`) {
      lists.push(...values(program, node.arguments[1] as ts.Node));
    }
    node.forEachChild(visit);
  };
  declarations.forEach(visit);
  return lists.flatMap(list => list.split(',').map(part => part.split(':').at(-1)?.trim() ?? ''));
}

const isText = (node: ts.Node): node is ts.LiteralLikeNode =>
  ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateLiteralToken(node);

function textBefore(span: ts.TemplateSpan): string {
  const { head, templateSpans } = span.parent;
  return (templateSpans[templateSpans.indexOf(span) - 1]?.literal ?? head).text;
}

/** Every string that an expression can be: a constant put together from literals, or what its type says. */
function values(program: WidgetsProgram, expression: ts.Node): string[] {
  const { checker } = program;
  if (ts.isBinaryExpression(expression)) {
    const [left, right] = [values(program, expression.left), values(program, expression.right)];
    return left.flatMap(one => right.map(other => one + other));
  }
  if (ts.isIdentifier(expression)) {
    const [declaration] = checker.getSymbolAtLocation(expression)?.declarations ?? [];
    const constant = declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    if (constant && ts.isBinaryExpression(constant)) return values(program, constant);
  }
  const type = checker.getTypeAtLocation(expression);
  return (type.isUnion() ? type.types : [type]).flatMap(one => (one.isStringLiteral() ? [one.value] : []));
}

function plainEvent(node: ts.NewExpression): EventClass | undefined {
  const [name] = node.arguments ?? [];
  if (node.expression.getText() !== 'Event' || !name || !ts.isStringLiteral(name) || !name.text.startsWith('ck-'))
    return;
  return { name: name.text, type: 'Event', bubbles: false, composed: false, cancelable: false };
}
