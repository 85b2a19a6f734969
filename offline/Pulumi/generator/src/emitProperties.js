// Writes the properties of argument classes and resources.
import { docLine, literal, obsolete } from './csharpText.js';
import { propertyName } from './names.js';

/** Writes one property of an argument class; it takes outputs too where the typings say so. */
export function argumentProperty(types, property, place) {
  const takesOutputs = property.type.kind === 'input';
  const inner = takesOutputs ? property.type.of : property.type;
  const type = takesOutputs ? types.input(property.type, place) : types.argument(property.type, place);
  const name = propertyName(place.owner, property.name);
  const notes = [...docLine(property.doc), ...obsolete(property.deprecated)];
  if (inner.kind === 'list' || inner.kind === 'map') return collection(property, type, name, notes);
  if (property.secret) return secret(property, type, name, notes);
  const required = !property.optional;
  const end = required && (takesOutputs || !types.isValue(inner)) ? ' = null!;' : '';
  return [...notes, `[${inputAttribute(property)}]`, `public ${type}${required ? '' : '?'} ${name} { get; set; }${end}`];
}

/** Writes one output of a resource. */
export function outputProperty(types, property, place) {
  const name = propertyName(place.owner, property.name);
  return [
    ...docLine(property.doc), ...obsolete(property.deprecated),
    `[Output(${literal(property.name)})]`,
    `public Output<${outputType(types, property, place)}> ${name} { get; private set; } = null!;`,
  ];
}

/** The type of an output: an absent list is a default array, everything else that can be absent is nullable. */
export function outputType(types, property, place) {
  const inner = property.type.kind === 'output' ? property.type.of : property.type;
  return types.plain(inner, place) + (property.optional && inner.kind !== 'list' ? '?' : '');
}

// A collection is never null, so that a collection initialiser can fill it.
function collection(property, type, name, notes) {
  const field = `_${property.name}`;
  const value = property.secret ? 'Utilities.Secret(value)' : 'value';
  return [
    `[${inputAttribute(property)}]`, `private ${type}? ${field};`,
    ...notes, `public ${type} ${name} { get => ${field} ??= new(); set => ${field} = ${value}; }`,
  ];
}

function secret(property, type, name, notes) {
  const field = `_${property.name}`;
  return [
    `[${inputAttribute(property)}]`, `private ${type}? ${field};`,
    ...notes, `public ${type}? ${name} { get => ${field}; set => ${field} = Utilities.Secret(value); }`,
  ];
}

function inputAttribute(property) {
  const required = property.optional ? '' : ', required: true';
  return `Input(${literal(property.name)}${required}${property.json ? ', json: true' : ''})`;
}
