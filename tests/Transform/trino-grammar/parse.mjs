// Reads a JSON array of statements from standard input; writes, for each, the array of its syntax errors.
import { readFileSync } from 'node:fs';
import { TrinoSQL } from 'dt-sql-parser/dist/parser/trino';

const parser = new TrinoSQL();
const statements = JSON.parse(readFileSync(0, 'utf8'));
const errors = statements.map((sql) =>
  parser.validate(sql).map((error) => `${error.startLine}:${error.startColumn}: ${error.message}`));
process.stdout.write(JSON.stringify(errors));
