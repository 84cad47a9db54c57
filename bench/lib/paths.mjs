import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the measurements. */
export const BENCH = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The project's folder. */
export const ROOT = join(BENCH, '..');
