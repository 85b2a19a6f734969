// Writes the C# type of a property, by the rules of Pulumi's own .NET generator.
import { isDouble, namespaceOf } from './names.js';

/** Writes the types of one package's properties. */
export class CSharpTypes {
  #packageName;
  #reach;

  constructor(packageName, reach) {
    this.#packageName = packageName;
    this.#reach = reach;
  }

  /** The type of an argument that takes outputs too: Input, InputList, InputMap or InputUnion. */
  input(type, place) {
    const inner = type.of;
    switch (inner.kind) {
      case 'list': return `InputList<${this.plain(inner.of, place)}>`;
      case 'map': return `InputMap<${this.plain(inner.of, place)}>`;
      case 'union': return this.#union(inner, place, 'InputUnion');
      default: return `Input<${this.plain(inner, place)}>`;
    }
  }

  /** The type of an argument that takes a plain value only; the elements of a collection can take outputs all the same. */
  argument(type, place) {
    const element = (inner) => (inner.kind === 'input' ? this.input(inner, place) : this.plain(inner, place));
    switch (type.kind) {
      case 'list': return `List<${element(type.of)}>`;
      case 'map': return `Dictionary<string, ${element(type.of)}>`;
      default: return this.plain(type, place);
    }
  }

  /** The type of a value; the place tells whose property it is, and in which namespace it is written. */
  plain(type, place) {
    switch (type.kind) {
      case 'string': return 'string';
      case 'boolean': return 'bool';
      case 'number': return isDouble(place.owner, place.property) ? 'double' : 'int';
      case 'any': return 'object';
      case 'asset': return 'Asset';
      case 'archive': return 'Archive';
      case 'input': return this.plain(type.of, place);
      case 'list': return `ImmutableArray<${this.plain(type.of, place)}>`;
      case 'map': return `ImmutableDictionary<string, ${this.plain(type.of, place)}>`;
      case 'union': return this.#union(type, place, 'Union');
      case 'ref': return this.#reference(type, place);
      case 'resource': return this.#resource(type);
      default: throw new Error(`No C# type for ${type.kind}`);
    }
  }

  /** Whether the type needs no initial value to be without null. */
  isValue(type) {
    return ['boolean', 'number', 'list'].includes(type.kind) || (type.kind === 'ref' && type.space === 'enums');
  }

  #union(type, place, generic) {
    const kinds = type.of.map((part) => part.kind).sort().join();
    if (kinds === 'archive,asset') return generic === 'InputUnion' ? 'Input<AssetOrArchive>' : 'AssetOrArchive';
    const parts = type.of.filter((part) => place.isInput || part.space !== 'enums');
    const names = [...new Set(parts.map((part) => this.plain(part, place)))];
    if (names.length === 1) return generic === 'InputUnion' ? `Input<${names[0]}>` : names[0];
    return names.length === 2 ? `${generic}<${names.join(', ')}>` : 'object';
  }

  #reference(type, place) {
    const found = this.#reach.resolve(type, this.#packageName);
    const namespace = namespaceOf(found.packageName, found.module);
    if (type.space === 'enums') return `global::${namespace}.${found.name}`;
    const folder = found.space === 'inputs' ? 'Inputs' : 'Outputs';
    return namespace === place.namespace ? `${folder}.${found.name}` : `global::${namespace}.${folder}.${found.name}`;
  }

  #resource(type) {
    if (!type.package) throw new Error(`The resource ${type.path.join('.')} is not known here`);
    return `global::${namespaceOf(type.package, type.path.slice(0, -1).join('/'))}.${type.path.at(-1)}`;
  }
}
