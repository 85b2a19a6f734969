// Reads what resources.json asks for and gives the files of both packages.
import { packageFiles } from './files.js';
import { readFunction, readResource } from './members.js';
import { checkNames, namespaceOf, propertyName } from './names.js';
import { Reach } from './reach.js';
import { Selection } from './selection.js';
import { Typings } from './typings.js';

/** Gives the generated files: a map from the project's folder (Aws, Awsx) to a map from path to text. */
export function generate(nodeModules, request) {
  const packages = Object.fromEntries(['aws', 'awsx'].map((name) => [name, new Typings(nodeModules, name)]));
  const selection = new Selection(request.only);
  const reach = new Reach(packages, (owner, properties) => selection.pick(owner, properties));
  const plans = Object.fromEntries(Object.values(packages).map((typings) =>
    [typings.name, { typings, resources: [], functions: [] }]));

  for (const token of [...request.resources].sort()) {
    const packageName = packageOf(token);
    const resource = readResource(packages[packageName], token);
    const member = {
      ...resource, packageName,
      properties: selection.pick(token, resource.properties), args: selection.pick(token, resource.args, true),
    };
    plans[packageName].resources.push(member);
    follow(reach, member, { properties: 'output', args: 'args' });
  }
  for (const token of [...request.functions].sort()) {
    const packageName = packageOf(token);
    const member = { ...readFunction(packages[packageName], token), packageName };
    plans[packageName].functions.push(member);
    follow(reach, member, { args: 'plainArgs', outputArgs: 'invokeArgs', result: 'result' });
  }

  selection.checkUsed();
  check(plans, reach);
  return new Map(Object.entries(plans).map(([name, plan]) =>
    [namespaceOf(name, '').split('.').at(-1), packageFiles(plan, reach)]));
}

function follow(reach, member, uses) {
  for (const [part, use] of Object.entries(uses)) {
    for (const property of member[part]) reach.follow(property.type, use, member.packageName, member);
  }
}

function check(plans, reach) {
  const known = new Map(reach.types.map((type) => [type.id, new Set(type.properties.map((property) => property.name))]));
  const resources = Object.values(plans).flatMap((plan) => plan.resources);
  for (const { token, name, properties, args } of resources) {
    known.set(token, new Set([...properties, ...args].map((property) => property.name)));
    for (const property of known.get(token)) {
      if (propertyName(token, property) === name) {
        throw new Error(`data/names.json must rename ${property} of ${token}: C# lets no member have its class's name`);
      }
    }
  }
  checkNames(known);
}

function packageOf(token) {
  return token.startsWith('awsx:') ? 'awsx' : 'aws';
}
