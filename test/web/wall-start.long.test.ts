/// <reference lib="dom" />
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../support/processes/browser';
import { mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { openWindow } from './open-window';

let program: TestProgram;
let browser: Browser;

/** What a page notes of its own beginning. */
interface Beginning {
  shift: number;
  largestAt: number;
  said: string[];
}

declare global {
  interface Window {
    beginning: Beginning;
  }
}

/** Runs inside the page, before its own code: how far things move that were drawn, when the largest was, and all that was said of freshness. */
function watchBeginning(): void {
  const beginning: Beginning = { shift: 0, largestAt: 0, said: [] };
  window.beginning = beginning;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) beginning.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    beginning.largestAt = list.getEntries().at(-1)!.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  const look = () => {
    const chip = document.querySelector('[data-freshness]');
    if (chip === null || getComputedStyle(chip).visibility === 'hidden') return;
    const said = chip.getAttribute('data-freshness')!;
    if (beginning.said.at(-1) !== said) beginning.said.push(said);
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
}

describeInBrowser('a wall that is switched on', () => {
  beforeAll(async () => {
    [program, browser] = await Promise.all([startTestProgram(), launchBrowser()]);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await program?.close();
  });

  it('says nothing of freshness before it knows the server’s clock, and moves nothing that it has shown', async () => {
    const { link } = await mutated<{ link: string }>(
      await program.as('secretariat'),
      'createDisplay',
      { name: 'Phòng khởi động', programmeCode: '07-CTr/TU' },
      'link',
    );
    const wall = await openWindow(browser, program.url + link);
    await wall.page.addInitScript(watchBeginning);
    for (let round = 0; round < 3; round += 1) {
      await wall.page.reload();
      await wall.page.waitForSelector('[data-freshness="live"]');
      // whatever is still to come of the first second of the clock
      await wall.page.waitForFunction(() => document.fonts.status === 'loaded');
      await wall.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const { shift, largestAt, said } = await wall.page.evaluate(() => window.beginning);
      console.log(`wall, round ${round + 1}: CLS ${shift.toFixed(4)}, LCP ${Math.round(largestAt)} ms`);
      expect(said.filter((word) => word !== 'none')).toEqual(['live']);
      expect(shift).toBeLessThanOrEqual(0.02);
    }
    await wall.close();
  });
});
