import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ClusterPlace, type RunningProgram, startProgram } from './composition';
import type { Config } from './platform/config/config';
import type { Logger } from './platform/observability/logger';

const ROOT = join(__dirname, '..', '..');

/** Starts the program from where it was built. */
export function startConfigured(
  config: Config,
  logger: Logger,
  place: ClusterPlace | null = null,
): Promise<RunningProgram> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  return startProgram(config, logger, version, ROOT, place);
}
