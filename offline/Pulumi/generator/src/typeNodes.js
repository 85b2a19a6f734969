// Turns the type nodes of a typings file into a small model of the types that a Pulumi schema has.
import ts from 'typescript';

/**
 * Reads one type node.
 *
 * The model's kinds are: string, number, boolean, any, asset, archive, assetOrArchive; `input` and `output` (wrappers),
 * `list`, `map` and `union` (of others); `ref` (a nested type or an enum); `resource` (a resource class).
 */
export function readType(node) {
  switch (node.kind) {
    case ts.SyntaxKind.StringKeyword: return { kind: 'string' };
    case ts.SyntaxKind.NumberKeyword: return { kind: 'number' };
    case ts.SyntaxKind.BooleanKeyword: return { kind: 'boolean' };
    case ts.SyntaxKind.AnyKeyword: return { kind: 'any' };
    case ts.SyntaxKind.ArrayType: return { kind: 'list', of: readType(node.elementType) };
    case ts.SyntaxKind.ParenthesizedType: return readType(node.type);
    case ts.SyntaxKind.UnionType: return readUnion(node);
    case ts.SyntaxKind.TypeLiteral: return { kind: 'map', of: readType(indexSignature(node).type) };
    case ts.SyntaxKind.TypeReference: return readReference(node);
    default: throw new Error(`A type of kind ${ts.SyntaxKind[node.kind]} is not known here`);
  }
}

/** Tells whether the type, or what it wraps, allows undefined: the schema's mark for an output that can be absent. */
export function allowsUndefined(node) {
  if (ts.isUnionTypeNode(node)) return node.types.some(isUndefined);
  return ts.isTypeReferenceNode(node) && (node.typeArguments ?? []).some(allowsUndefined);
}

function isUndefined(node) {
  return node.kind === ts.SyntaxKind.UndefinedKeyword;
}

function readUnion(node) {
  const members = node.types.filter((type) => !isUndefined(type)).map(readType);
  // A resource class beside a string is a convenience of the Node.js SDK alone: it takes the resource for its name.
  const plain = members.some((type) => type.kind === 'string')
    ? members.filter((type) => type.kind !== 'resource')
    : members;
  return plain.length === 1 ? plain[0] : { kind: 'union', of: plain };
}

function indexSignature(node) {
  const [member] = node.members;
  if (node.members.length !== 1 || !ts.isIndexSignatureDeclaration(member)) {
    throw new Error('A type literal that is not a map is not known here');
  }
  return member;
}

function readReference(node) {
  const path = entityPath(node.typeName);
  const name = path.join('.');
  switch (name) {
    case 'pulumi.Input': return { kind: 'input', of: readType(node.typeArguments[0]) };
    case 'pulumi.Output': return { kind: 'output', of: readType(node.typeArguments[0]) };
    case 'pulumi.asset.Asset': return { kind: 'asset' };
    case 'pulumi.asset.Archive': return { kind: 'archive' };
    // The Node.js SDK's name for a string that holds an ARN.
    case 'ARN': return { kind: 'string' };
  }
  const [root, ...rest] = path;
  if (root === 'inputs' || root === 'outputs' || root === 'enums') return { kind: 'ref', space: root, path: rest };
  if (root === 'pulumiAws' && rest[0] === 'types') {
    return { kind: 'ref', package: 'aws', space: `${rest[1]}s`, path: rest.slice(2) };
  }
  if (root === 'pulumiAws') return { kind: 'resource', package: 'aws', path: rest };
  return { kind: 'resource', path };
}

function entityPath(name) {
  return ts.isIdentifier(name) ? [name.text] : [...entityPath(name.left), name.right.text];
}
