// Writes argument classes, nested output types and enums.
import { block, docLine, identifier, literal, obsolete, spaced } from './csharpText.js';
import { argumentProperty, outputType } from './emitProperties.js';
import { propertyName } from './names.js';

/** Writes a class of arguments; defaults are C# expressions by property name. */
export function argumentClass(types, { name, base, doc, properties, place }) {
  const members = properties.map((property) => argumentProperty(types, property, at(place, property)));
  const defaults = properties.filter((property) => property.default)
    .map((property) => defaultValue(propertyName(place.owner, property.name), property.default));
  const constructor = defaults.length > 0 ? block(`public ${name}()`, defaults) : [];
  const empty = [`public static new ${name} Empty => new();`];
  return [...docLine(doc), ...block(`public sealed class ${name} : global::Pulumi.${base}`, spaced([...members, constructor, empty]))];
}

/** Writes a nested output type or a function's result. */
export function outputClass(types, { name, doc, properties, place }) {
  const fields = properties.map((property) => ({
    property,
    type: outputType(types, property, at(place, property)),
    name: propertyName(place.owner, property.name),
  }));
  const members = fields.map(({ property, type, name: field }) =>
    [...docLine(property.doc), ...obsolete(property.deprecated), `public readonly ${type} ${field};`]);
  const parameters = fields.map(({ property, type }) => `${type} ${identifier(property.name)}`).join(', ');
  const assignments = fields.map(({ property, name: field }) => {
    const parameter = identifier(property.name);
    return field === parameter ? `this.${field} = ${parameter};` : `${field} = ${parameter};`;
  });
  const constructor = ['[OutputConstructor]', ...block(`private ${name}(${parameters})`, assignments)];
  return [...docLine(doc), '[OutputType]', ...block(`public sealed class ${name}`, spaced([...members, constructor]))];
}

/** Writes an enum: a struct around its value, with a property for each known value. */
export function enumStruct({ name, doc, values }) {
  return [...docLine(doc), '[EnumType]', ...block(`public readonly struct ${name} : IEquatable<${name}>`, spaced([
    ['private readonly string _value;'],
    [`private ${name}(string value) => _value = value;`],
    values.flatMap((value) => [
      ...docLine(value.doc), ...obsolete(value.deprecated),
      `public static ${name} ${identifier(value.name)} { get; } = new(${literal(value.value)});`,
    ]),
    [
      `public static bool operator ==(${name} left, ${name} right) => left.Equals(right);`,
      `public static bool operator !=(${name} left, ${name} right) => !left.Equals(right);`,
      `public static explicit operator string(${name} value) => value._value;`,
    ],
    [
      `public override bool Equals(object? obj) => obj is ${name} other && Equals(other);`,
      `public bool Equals(${name} other) => string.Equals(_value, other._value, StringComparison.Ordinal);`,
      'public override int GetHashCode() => _value?.GetHashCode() ?? 0;',
      'public override string ToString() => _value;',
    ],
  ]))];
}

/** The place of one property: whose it is and where it is written. */
export function at(place, property) {
  return { ...place, property: property.name };
}

function defaultValue(name, expression) {
  if (!expression.startsWith('utilities.')) return `${name} = ${expression};`;
  return `if (${expression.replace('utilities.getEnv', 'Utilities.GetEnv')} is { } value) ${name} = value;`;
}
