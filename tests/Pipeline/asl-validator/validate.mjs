// Reads a JSON array of state machines from standard input; writes, for each, the array of its errors.
import { readFileSync } from 'node:fs';
import validate from 'asl-validator';

const machines = JSON.parse(readFileSync(0, 'utf8'));
const errors = machines.map((machine) =>
  validate(machine, { checkPaths: true, checkArn: true }).errors.map((error) => `${error['Error code']}: ${error.Message}`));
process.stdout.write(JSON.stringify(errors));
