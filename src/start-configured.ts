import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { domains } from './domains';
import { type Launch, type RunningProgram, startProgram } from './composition';

const ROOT = join(__dirname, '..', '..');

/** Starts the program from where it was built. */
export function startConfigured(launch: Omit<Launch, 'appVersion' | 'domains' | 'root'>): Promise<RunningProgram> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  return startProgram({ ...launch, domains, appVersion: version, root: ROOT });
}
