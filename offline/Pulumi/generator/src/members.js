// Reads one resource or function of the schema: what the typings say, and what only the script beside them says.
import ts from 'typescript';
import { find, readClass, readDoc, readInterface } from './declarations.js';

const providerPrefix = 'pulumi:providers:';

/** Reads the resource with a token such as aws:s3/bucket:Bucket. */
export function readResource(typings, token) {
  const isProvider = token.startsWith(providerPrefix);
  const { file, module, name } = isProvider ? { file: 'provider', module: '', name: 'Provider' } : locate(token);
  const statements = typings.declarations(file);
  const script = typings.script(file);
  const declared = match(script, /__pulumiType = '([^']+)'/, `${file} names no type`)[1];
  if (declared !== (isProvider ? token.slice(providerPrefix.length) : token)) {
    throw new Error(`${token}: ${file} declares ${declared}`);
  }
  const node = find(statements, ts.isClassDeclaration, name);
  return {
    token, module, name, isProvider,
    isComponent: node.heritageClauses[0].types[0].expression.name.text === 'ComponentResource',
    ...readClass(node),
    args: readInterface(find(statements, ts.isInterfaceDeclaration, `${name}Args`)).properties
      .map((property) => ({ ...property, ...readAssignment(script, property.name) })),
    aliases: quoted(script.match(/aliasOpts = \{ aliases: \[(.*)\] \};/)?.[1]).filter((alias) => alias !== token),
    secretOutputs: quoted(script.match(/additionalSecretOutputs: \[(.*?)\]/)?.[1]),
  };
}

/** Reads the function with a token such as aws:iam/getRole:getRole. */
export function readFunction(typings, token) {
  const { file, module, name } = locate(token);
  const statements = typings.declarations(file);
  match(typings.script(file), `invoke("${token}"`, `${file} does not call ${token}`);
  const pascal = name[0].toUpperCase() + name.slice(1);
  const read = (suffix) => {
    const node = find(statements, ts.isInterfaceDeclaration, pascal + suffix);
    return node ? readInterface(node) : null;
  };
  const declaration = find(statements, ts.isFunctionDeclaration, name);
  return {
    token, module, name: pascal, ...readDoc(declaration),
    args: read('Args')?.properties ?? [],
    outputArgs: read('OutputArgs')?.properties ?? [],
    result: read('Result').properties,
  };
}

// aws:s3/bucket:Bucket lies in s3/bucket, aws:index/getRegion:getRegion in getRegion, awsx:ec2:Vpc in ec2/vpc.
function locate(token) {
  const [, middle, name] = token.split(':');
  const [module, file = name[0].toLowerCase() + name.slice(1)] = middle.split('/');
  return { file: module === 'index' ? file : `${module}/${file}`, module: module === 'index' ? '' : module, name };
}

// How the script hands an argument on: as a secret, as JSON, with a default.
function readAssignment(script, name) {
  const value = match(script, new RegExp(`resourceInputs\\["${name}"\\] = (.*\\bargs\\?\\..*);`), `No input ${name}`)[1];
  return {
    secret: value.includes('pulumi.secret('),
    json: value.includes('JSON.stringify'),
    default: value.match(/ \?\? ((?:"[^"]*"|true|false|[\d.]+|utilities\.getEnv\([^)]*\)))/)?.[1] ?? null,
  };
}

function match(text, pattern, message) {
  const found = typeof pattern === 'string' ? text.includes(pattern) && [pattern] : text.match(pattern);
  if (!found) throw new Error(message);
  return found;
}

function quoted(text) {
  return [...new Set([...(text ?? '').matchAll(/"([^"]*)"/g)].map(([, value]) => value))];
}
