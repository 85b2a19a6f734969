// Gives access to the declarations of one npm package: nested types, enums, resources and functions.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { readEnum, readInterface } from './declarations.js';

/** The typings of one installed package of the @pulumi scope. */
export class Typings {
  #root;
  #files = new Map();
  #scripts = new Map();
  #spaces = new Map();

  /** @param {string} root the folder that npm installed the package into */
  constructor(root, name) {
    this.#root = path.join(root, '@pulumi', name);
    this.name = name;
    if (!existsSync(this.#root)) throw new Error(`${this.#root} is missing: run npm ci`);
    this.version = JSON.parse(readFileSync(path.join(this.#root, 'package.json'), 'utf8')).version;
  }

  /** The statements of a typings file; the name has no extension. */
  declarations(file) {
    if (!this.#files.has(file)) this.#files.set(file, this.#parse(`${file}.d.ts`).statements);
    return this.#files.get(file);
  }

  /** The text of a module; the name has no extension. */
  script(file) {
    if (!this.#scripts.has(file)) this.#scripts.set(file, readFileSync(path.join(this.#root, `${file}.js`), 'utf8'));
    return this.#scripts.get(file);
  }

  /** The nested type at a path such as ['s3', 'BucketGrant']; the space is inputs or outputs. */
  nestedType(space, typePath) {
    const type = this.findNestedType(space, typePath);
    if (!type) throw new Error(`${this.name} has no type ${space}.${typePath.join('.')}`);
    return type;
  }

  /** The same, or null where there is no such type. */
  findNestedType(space, typePath) {
    if (!this.#spaces.has(space)) this.#spaces.set(space, this.#index(`types/${space.slice(0, -1)}`));
    const node = this.#spaces.get(space).get(typePath.join('.'));
    return node ? readInterface(node) : null;
  }

  /** The defaults of a nested input type by property name, as literals: only the script beside the typings has them. */
  nestedDefaults(typePath) {
    const [module, name] = typePath.length > 1 ? typePath : ['', typePath[0]];
    const scope = this.script('types/input').split(`(function (${module}) {`)[1]?.split(`})(${module} = `)[0] ?? '';
    const body = scope.split(`function ${name[0].toLowerCase()}${name.slice(1)}ProvideDefaults(val) {`)[1]?.split('};')[0] ?? '';
    const defaults = body.matchAll(/(\w+): \(val\.\w+\) \?\? ("[^"]*"|true|false|[\d.]+),/g);
    return new Map([...defaults].map(([, property, value]) => [property, value]));
  }

  /** The enum at a path such as ['s3', 'CannedAcl']. */
  enumType(typePath) {
    const folder = ['types/enums', ...typePath.slice(0, -1), 'index'].join('/');
    return readEnum(this.declarations(folder), typePath.at(-1));
  }

  #index(file) {
    const found = new Map();
    const add = (statements, prefix) => {
      for (const node of statements) {
        if (ts.isInterfaceDeclaration(node)) found.set(prefix + node.name.text, node);
        if (ts.isModuleDeclaration(node)) add(node.body.statements, `${prefix}${node.name.text}.`);
      }
    };
    add(this.declarations(file), '');
    return found;
  }

  #parse(file) {
    const full = path.join(this.#root, file);
    if (!existsSync(full)) throw new Error(`${this.name} has no file ${file}`);
    return ts.createSourceFile(file, readFileSync(full, 'utf8'), ts.ScriptTarget.Latest, true);
  }
}
