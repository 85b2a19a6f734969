// Compares a folder with the files it should have, and makes it so.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What differs between the folder and the files: one line each, sorted by path. */
export function differences(folder, files) {
  const existing = list(folder);
  const differs = ([name, text]) => existing.has(name) && read(folder, name) !== text;
  const changed = [...files].filter(differs).map(([name]) => `${name}: changed`);
  const missing = [...files.keys()].filter((name) => !existing.has(name)).map((name) => `${name}: missing`);
  const stale = [...existing].filter((name) => !files.has(name)).map((name) => `${name}: stale`);
  return [...changed, ...missing, ...stale].sort();
}

/** Writes what differs and deletes what is stale; gives the differences there were. */
export function write(folder, files) {
  const changes = differences(folder, files);
  for (const change of changes) {
    const name = change.slice(0, change.lastIndexOf(': '));
    const target = path.join(folder, name);
    if (files.has(name)) {
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, files.get(name));
    } else {
      rmSync(target);
    }
  }
  return changes;
}

function list(folder) {
  if (!existsSync(folder)) return new Set();
  return new Set(readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')));
}

function read(folder, name) {
  return readFileSync(path.join(folder, name), 'utf8');
}
