import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../support/processes/browser';
import { startTestProgram, type TestProgram } from '../support/program';
import { signIn } from './open-window';

const NEWEST = '{ programme(code: "07-CTr/TU") { targets { nodes { number latestMeasurement { value } } } } }';

let program: TestProgram;
let browser: Browser;

async function newestOf(number: string): Promise<number | undefined> {
  const secretariat = await program.as('secretariat');
  const { data } = await secretariat.ask<{
    programme: { targets: { nodes: { number: string; latestMeasurement: { value: number } | null }[] } };
  }>(NEWEST);
  return data.programme.targets.nodes.find((target) => target.number === number)?.latestMeasurement?.value;
}

async function record(page: Page, target: string, value: string): Promise<void> {
  await page.selectOption('#target', target);
  await page.fill('#value', value);
  await page.fill('#source', 'Cục Thống kê');
  await page.click('main button[type=submit]');
}

describeInBrowser('a number typed on a page', () => {
  beforeAll(async () => {
    [program, browser] = await Promise.all([startTestProgram(), launchBrowser()]);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await program?.close();
  });

  it('in the way in which the page writes thousands is stored as thousands', async () => {
    const { page, close } = await signIn(browser, program.url, 'secretariat', undefined, '/report#/measure');
    await page.waitForSelector('#target');
    await page.selectOption('#target', '5');
    await page.fill('#value', '2.350');
    expect(await page.textContent('[data-testid="understood"]')).toContain('Hiểu là 2.350');
    await record(page, '5', '2.350');
    await page.waitForSelector('form [role="status"] >> text=2.350');
    expect(await newestOf('5')).toBe(2350);

    // the period has a value now: whether another one corrects it is asked
    await record(page, '5', '2.360');
    await page.selectOption('#intent', 'correction');
    await page.fill('#reason', 'Nhập nhầm một dòng.');
    await page.click('main button[type=submit]');
    await page.waitForSelector('form [role="status"] >> text=2.360');
    expect(await newestOf('5')).toBe(2360);
    await close();
  });

  it('that can be read in two ways is stored only when one of them was chosen', async () => {
    const { page, close } = await signIn(browser, program.url, 'secretariat', undefined, '/report?lang=en#/measure');
    await page.waitForSelector('#target');
    await record(page, '1', '2.410');
    await page.waitForSelector('#value[aria-invalid="true"]');
    expect(await page.locator('[data-testid="understood"] button').allTextContents()).toEqual(['2.41', '2,410']);
    await page.click('[data-testid="understood"] button >> nth=1');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('value');
    await page.click('main button[type=submit]');
    await page.waitForSelector('form [role="status"] >> text=2,410');
    expect(await newestOf('1')).toBe(2410);
    await close();
  });
});
