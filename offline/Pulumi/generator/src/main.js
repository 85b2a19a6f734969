// npm run generate writes the C# files; npm run check says whether the committed ones are what the typings give.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.js';
import { differences, write } from './tree.js';

const folder = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const request = JSON.parse(readFileSync(path.join(folder, 'resources.json'), 'utf8'));
const projects = generate(path.join(folder, 'node_modules'), request);
const isCheck = process.argv.includes('--check');

for (const [project, files] of projects) {
  const target = path.join(path.dirname(folder), project, 'Generated');
  const changes = isCheck ? differences(target, files) : write(target, files);
  if (isCheck) for (const change of changes) console.log(`${project}/Generated/${change}`);
  if (isCheck && changes.length > 0) process.exitCode = 1;
  console.log(`${project}: ${files.size} files, ${changes.length} ${isCheck ? 'differ' : 'changed'}`);
}
