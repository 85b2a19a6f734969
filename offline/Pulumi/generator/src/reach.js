// Finds the nested types and enums that the chosen resources and functions reach.
import { isSecret } from './names.js';

/** How a nested type is declared depends on where it is used; one type is used in one way only. */
const suffixes = { args: 'Args', plainArgs: 'Args', invokeArgs: 'InputArgs', output: '', result: 'Result' };

/** The nested types and enums reached so far, of all packages. */
export class Reach {
  #packages;
  #select;
  #types = new Map();
  #enums = new Map();

  /** @param packages the typings by package name; select picks the properties to keep */
  constructor(packages, select) {
    this.#packages = packages;
    this.#select = select;
  }

  get types() { return [...this.#types.values()]; }
  get enums() { return [...this.#enums.values()]; }

  /** Follows a property's type. The use says what the property belongs to, the owner is a resource or function. */
  follow(type, use, packageName, owner) {
    if (type.of) {
      for (const part of [type.of].flat()) this.follow(part, use, packageName, owner);
    } else if (type.kind === 'ref') {
      this.#reach(type.package ?? packageName, type, use, owner);
    }
  }

  /** The nested type that a reference names. */
  resolve(type, packageName) {
    const key = keyOf(type.package ?? packageName, type);
    return type.space === 'enums' ? this.#enums.get(key) : this.#types.get(key);
  }

  #reach(packageName, { space, path }, use, owner) {
    const key = keyOf(packageName, { space, path });
    if (space === 'enums') {
      this.#enums.set(key, this.#enums.get(key) ?? {
        packageName, module: path.slice(0, -1).join('/'), name: path.at(-1),
        ...this.#packages[packageName].enumType(path),
      });
      return;
    }
    const known = this.#types.get(key);
    if (known && known.use !== use) throw new Error(`${key} is used as ${known.use} and as ${use}`);
    if (known?.owners.has(owner)) return;
    const type = known ?? this.#declare(packageName, space, path, use);
    this.#types.set(key, type);
    type.owners.add(owner);
    for (const property of type.properties) this.follow(property.type, use, packageName, owner);
  }

  #declare(packageName, space, path, use) {
    const declared = this.#packages[packageName].nestedType(space, path);
    const id = path.join('.');
    return {
      ...declared, packageName, space, use, id, owners: new Set(),
      module: path.slice(0, -1).join('/'),
      name: dotnetName(path.at(-1), use),
      properties: this.#select(id, this.#complete(packageName, space, path, use, declared.properties)),
    };
  }

  #complete(packageName, space, path, use, properties) {
    if (use === 'output') return this.#withInputsNeed(packageName, path, properties);
    if (space === 'outputs') return properties;
    const defaults = this.#packages[packageName].nestedDefaults(path);
    return properties.map((property) => ({
      ...property, default: defaults.get(property.name) ?? null, secret: isSecret(path.join('.'), property.name),
    }));
  }

  // Nested outputs say in the typings that the provider always gives a value. That is for Node.js alone: in .NET such a
  // property can be absent where the input of the same name can.
  #withInputsNeed(packageName, path, properties) {
    const input = this.#packages[packageName].findNestedType('inputs', path);
    const optional = new Map(input?.properties.map((property) => [property.name, property.optional]));
    return properties.map((property) => ({ ...property, optional: optional.get(property.name) ?? property.optional }));
  }
}

function dotnetName(name, use) {
  const suffix = suffixes[use];
  // A function's inputs already have the suffix in the typings, as has every input of awsx.
  const base = suffix.endsWith('Args') ? name.replace(/Args$/, '') : name;
  return base + suffix;
}

function keyOf(packageName, { space, path }) {
  return `${packageName}:${space}.${path.join('.')}`;
}
