// Reads interfaces, classes and enums of a typings file.
import ts from 'typescript';
import { allowsUndefined, readType } from './typeNodes.js';

/** Reads an interface: its documentation and its properties in the schema's order. */
export function readInterface(node) {
  return { ...readDoc(node), properties: node.members.filter(ts.isPropertySignature).map(readProperty) };
}

/** Reads a resource class's outputs. */
export function readClass(node) {
  const isOutput = (member) => ts.isPropertyDeclaration(member)
    && member.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ReadonlyKeyword);
  return { ...readDoc(node), properties: node.members.filter(isOutput).map(readProperty) };
}

/** Reads an enum, which the typings declare as a constant object of literals. */
export function readEnum(statements, name) {
  for (const statement of statements.filter(ts.isVariableStatement)) {
    const declaration = statement.declarationList.declarations[0];
    if (declaration.name.text !== name) continue;
    const values = declaration.type.members.map((member) => {
      if (!ts.isStringLiteral(member.type.literal)) throw new Error(`The enum ${name} has a value that is no string`);
      return { ...readDoc(member), name: member.name.text, value: member.type.literal.text };
    });
    const alias = statements.find((other) => ts.isTypeAliasDeclaration(other) && other.name.text === name);
    return { ...readDoc(alias ?? statement), values };
  }
  throw new Error(`There is no enum ${name}`);
}

/** Finds a declaration of a given kind by name, or null. */
export function find(statements, isKind, name) {
  return statements.find((node) => isKind(node) && node.name?.text === name) ?? null;
}

function readProperty(member) {
  return {
    ...readDoc(member),
    name: member.name.text,
    optional: Boolean(member.questionToken) || allowsUndefined(member.type),
    type: readType(member.type),
  };
}

/** Reads a declaration's documentation and its mark of being obsolete (null where there is none). */
export function readDoc(node) {
  const comment = (node.jsDoc ?? []).at(-1);
  const deprecated = comment?.tags?.find((tag) => tag.tagName.text === 'deprecated');
  return {
    doc: ts.getTextOfJSDocComment(comment?.comment) ?? '',
    deprecated: deprecated ? ts.getTextOfJSDocComment(deprecated.comment) ?? '' : null,
  };
}
