import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';

const require = createRequire(import.meta.url);
// the program's entry has it before anything else
require('reflect-metadata');

/** A module of the program as it was built, by its path under `src`. */
export function ofProgram(path) {
  return require(join(ROOT, 'dist/src', `${path}.js`));
}
