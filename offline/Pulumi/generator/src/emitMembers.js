// Writes resources and functions.
import { block, docLine, indent, literal, obsolete, spaced } from './csharpText.js';
import { outputProperty } from './emitProperties.js';
import { argumentClass, at, outputClass } from './emitTypes.js';

/** Writes a resource and its arguments. */
export function resourceClasses(types, resource, place) {
  const { name } = resource;
  const kind = resource.isComponent ? 'Component' : 'Custom';
  const base = resource.isProvider ? 'ProviderResource' : `${kind}Resource`;
  const type = resource.isProvider ? resource.token.split(':').at(-1) : resource.token;
  const needsArgs = resource.args.some((property) => !property.optional);
  const head = `public ${name}(string name, ${optionalArgs(`${name}Args`, needsArgs)}, ${kind}ResourceOptions? options = null)`;
  const remote = resource.isComponent ? ', remote: true' : '';
  const call = `: base(${literal(type)}, name, args ?? new ${name}Args(), MakeResourceOptions(options)${remote})`;
  return [
    [
      ...docLine(resource.doc), ...obsolete(resource.deprecated), `[${place.attribute}(${literal(resource.token)})]`,
      ...block(`public partial class ${name} : global::Pulumi.${base}`, spaced([
        ...resource.properties.map((property) => outputProperty(types, property, at(place, property))),
        [head, ...indent([call]), '{', '}'],
        resourceOptions(resource, kind),
      ])),
    ],
    argumentClass(types, {
      name: `${name}Args`, base: 'ResourceArgs', doc: '', properties: resource.args, place: { ...place, isInput: true },
    }),
  ];
}

/** Writes a function: the static class that calls it, its arguments for both forms and its result. */
export function functionClasses(types, fn, place) {
  const { name } = fn;
  const hasArgs = fn.args.length > 0;
  const needsArgs = fn.args.some((property) => !property.optional);
  const instance = 'global::Pulumi.Deployment.Instance';
  const result = `${name}Result`;
  const method = (returned, call, argsType, optionsType, isLast) => {
    const options = isLast ? `${optionsType} options` : `${optionsType}? options = null`;
    const args = argsType ? [isLast ? `${argsType} args` : optionalArgs(argsType, needsArgs)] : [];
    const value = argsType ? `args ?? new ${argsType}()` : 'InvokeArgs.Empty';
    return [
      `public static ${returned} ${call}(${[...args, options].join(', ')})`,
      ...indent([`=> ${instance}.${call}<${result}>(${literal(fn.token)}, ${value}, options.WithDefaults());`]),
    ];
  };
  const argsClass = (suffix, properties) => (hasArgs
    ? argumentClass(types, { name: name + suffix, base: 'InvokeArgs', doc: '', properties, place: { ...place, isInput: true } })
    : []);
  return [
    [
      ...docLine(fn.doc), ...obsolete(fn.deprecated), ...block(`public static class ${name}`, spaced([
        method(`Task<${result}>`, 'InvokeAsync', hasArgs ? `${name}Args` : null, 'InvokeOptions', false),
        method(`Output<${result}>`, 'Invoke', hasArgs ? `${name}InvokeArgs` : null, 'InvokeOptions', false),
        method(`Output<${result}>`, 'Invoke', hasArgs ? `${name}InvokeArgs` : null, 'InvokeOutputOptions', true),
      ])),
    ],
    argsClass('Args', fn.args),
    argsClass('InvokeArgs', fn.outputArgs),
    outputClass(types, { name: result, doc: '', properties: fn.result, place }),
  ].filter((lines) => lines.length > 0);
}

function optionalArgs(type, needsArgs) {
  return needsArgs ? `${type} args` : `${type}? args = null`;
}

function resourceOptions(resource, kind) {
  const options = `${kind}ResourceOptions`;
  const list = (name, items) => (items.length > 0 ? [`${name} = { ${items.join(', ')} },`] : []);
  return block(`private static ${options} MakeResourceOptions(${options}? options)`, [
    `var defaults = new ${options}`,
    '{',
    ...indent([
      'Version = Utilities.Version,',
      ...list('Aliases', resource.aliases.map((type) => `new global::Pulumi.Alias { Type = ${literal(type)} }`)),
      ...list('AdditionalSecretOutputs', resource.secretOutputs.map(literal)),
    ]),
    '};',
    `return ${options}.Merge(defaults, options);`,
  ]);
}
