// The .NET SDKs' names: what follows a rule is here, what does not is in data/names.json.
import { readFileSync } from 'node:fs';

const data = JSON.parse(readFileSync(new URL('../data/names.json', import.meta.url), 'utf8'));

/** The C# namespace of a schema module such as apigatewayv2; the root module is ''. */
export function namespaceOf(packageName, module) {
  const { root, modules } = data.packages[packageName];
  if (!module) return root;
  if (!modules[module]) throw new Error(`data/names.json gives no .NET namespace for ${packageName} ${module}`);
  return `${root}.${modules[module]}`;
}

/** The C# name of a property; the owner is a resource's token or a nested type's path. */
export function propertyName(owner, name) {
  return data.properties[owner]?.[name] ?? pascal(name);
}

/** Whether a number is a double; the .NET SDK has int where this says no. */
export function isDouble(owner, name) {
  return data.doubles[owner]?.includes(name) ?? false;
}

/** Whether a nested type's property is secret. */
export function isSecret(owner, name) {
  return data.secrets[owner]?.includes(name) ?? false;
}

export function pascal(name) {
  return name[0].toUpperCase() + name.slice(1);
}

/** Fails where data/names.json speaks of properties that were generated from but do not exist. */
export function checkNames(known) {
  for (const table of [data.properties, data.doubles, data.secrets]) {
    for (const [owner, names] of Object.entries(table)) {
      if (!known.has(owner)) continue;
      for (const name of Array.isArray(names) ? names : Object.keys(names)) {
        if (!known.get(owner).has(name)) throw new Error(`data/names.json: ${owner} has no property ${name}`);
      }
    }
  }
}
