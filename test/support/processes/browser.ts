import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

const ROOT = join(__dirname, '..', '..', '..');
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is on this machine; null when it is nowhere. */
export const chromiumPath = PLACES.find((path) => existsSync(path)) ?? null;

/**
 * Tests that need a browser. Without Chromium they are skipped by name, unless REQUIRE_CHROMIUM=1 says that they must run.
 */
export function describeInBrowser(name: string, tests: () => void): void {
  if (chromiumPath !== null) describe(name, tests);
  else if (process.env.REQUIRE_CHROMIUM === '1') {
    test(`${name}: Chromium is required`, () => {
      throw new Error(`No Chromium at ${PLACES.join(', ')}.`);
    });
  } else describe.skip(`${name} (skipped: no Chromium on this machine)`, tests);
}

/** Starts Chromium without a window and without any traffic of its own. */
export async function launchBrowser(): Promise<Browser> {
  // only here: who merely asks where Chromium is need not load it
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: chromiumPath!,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Builds the pages if they are older than their sources. */
export function buildPages(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs'), '--stale', '--pages'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The pages could not be built: ${stderr}`);
}

/** Says which page tests a run without Chromium leaves out: jest itself only counts them. */
export function nameSkippedPageTests(): void {
  if (chromiumPath !== null) return;
  const files = readdirSync(join(ROOT, 'test', 'web')).filter((name) => name.endsWith('.test.ts'));
  console.log(`\nSkipped, since no Chromium is installed: ${files.map((name) => `test/web/${name}`).join(', ')}`);
}
