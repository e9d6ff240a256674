import ts from 'typescript';

/** Not by its name, where it has one. */
const inFull = ts.NodeBuilderFlags.NoTruncation | ts.NodeBuilderFlags.InTypeAlias;

/**
 * Writes types out in full, so that nothing has to be imported: what a package says of a server that it does not bring.
 * A type that is known by its text in `names` is written by that name. Refuses `any`: it would say nothing.
 */
export function flatType(program: ts.Program, names: ReadonlyMap<string, string>): (type: ts.Type) => string {
  const checker = program.getTypeChecker();
  const undefinedType = checker.getUndefinedType();
  const named = (text: string) => names.get(text) ?? text;

  function write(type: ts.Type): string {
    if (type.flags & ts.TypeFlags.Any) throw new Error('A type of the contract is `any`.');
    if (type.flags & ts.TypeFlags.Boolean) return 'boolean';
    if (type.isStringLiteral()) return JSON.stringify(type.value);
    if (type.isUnion()) return union(type.types);
    const composed = type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection);
    return composed ? named(object(type)) : checker.typeToString(type);
  }

  function union(types: readonly ts.Type[]): string {
    const isBoolean = ({ flags }: ts.Type) => (flags & ts.TypeFlags.BooleanLiteral) !== 0;
    const both = types.filter(isBoolean).length === 2;
    const parts = types.filter(type => !both || !isBoolean(type)).map(write);
    if (both) parts.push('boolean');
    return named(parts.length === 1 ? parts[0]! : parts.map(grouped).join(' | '));
  }

  function object(type: ts.Type): string {
    const given = type.getSymbol() ? checker.getTypeArguments(type as ts.TypeReference) : [];
    if (checker.isArrayType(type)) {
      const isReadonly = type.getSymbol()?.name === 'ReadonlyArray';
      return `${isReadonly ? 'readonly ' : ''}${grouped(write(given[0]!))}[]`;
    }
    const symbol = type.getSymbol();
    const [declared] = symbol?.declarations ?? [];
    const isNamed = symbol && (symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class)) !== 0;
    if (isNamed && declared && program.isSourceFileDefaultLibrary(declared.getSourceFile())) {
      return given.length > 0 ? `${symbol.name}<${given.map(write).join(', ')}>` : symbol.name;
    }
    const calls = type.getCallSignatures();
    if (checker.isTupleType(type) || calls.length > 1 || (calls.length === 1 && type.getProperties().length > 0))
      throw new Error(`The contract has a type that cannot be written out: ${checker.typeToString(type)}`);
    if (calls[0]) return signature(calls[0]);
    const readonlyNames = readonlyMembers(type);
    const keys = checker.getIndexInfosOfType(type).map(({ keyType, type: value, isReadonly }) => {
      return `${isReadonly ? 'readonly ' : ''}[key: ${write(keyType)}]: ${write(value)}`;
    });
    const properties = type.getProperties().map(one => property(one, readonlyNames.has(one.name)));
    return `{ ${[...keys, ...properties].join('; ')} }`;
  }

  function property(symbol: ts.Symbol, isReadonly: boolean): string {
    const optional = (symbol.flags & ts.SymbolFlags.Optional) !== 0;
    const type = checker.getTypeOfSymbol(symbol);
    const name = /^[A-Za-z_$][\w$]*$/.test(symbol.name) ? symbol.name : JSON.stringify(symbol.name);
    return `${isReadonly ? 'readonly ' : ''}${name}${optional ? '?' : ''}: ${optional ? present(type) : write(type)}`;
  }

  /** What an optional property is where it is there: "may be absent" is another thing than "may be undefined". */
  function present(type: ts.Type): string {
    const isAbsent = (one: ts.Type) => (one.flags & ts.TypeFlags.Undefined) !== 0 && one !== undefinedType;
    return union((type.isUnion() ? type.types : [type]).filter(one => !isAbsent(one)));
  }

  function signature(call: ts.Signature): string {
    const given = call.getParameters().map(parameter => {
      const declared = parameter.valueDeclaration;
      const optional = declared && ts.isParameter(declared) && checker.isOptionalParameter(declared);
      const type = checker.getTypeOfSymbol(parameter);
      return `${parameter.name}${optional ? '?' : ''}: ${write(optional ? checker.getNonNullableType(type) : type)}`;
    });
    return `(${given.join(', ')}) => ${write(call.getReturnType())}`;
  }

  function readonlyMembers(type: ts.Type): Set<string> {
    const node = checker.typeToTypeNode(type, undefined, inFull);
    const members = node && ts.isTypeLiteralNode(node) ? node.members.filter(ts.isPropertySignature) : [];
    const marked = members.filter(one => one.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword));
    return new Set(marked.map(({ name }) => (ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '')));
  }

  return write;
}

/** Safe as a part of a union or as the item of an array. */
const grouped = (text: string) => (/^[\w"]+$/.test(text) ? text : `(${text})`);
