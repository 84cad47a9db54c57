import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../support/processes/browser';
import { DatabaseView } from '../support/database-view';
import { mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { openWindow, signIn } from './open-window';

let program: TestProgram;
let view: DatabaseView;
let browser: Browser;

describeInBrowser('rows that were written behind the program’s back', () => {
  beforeAll(async () => {
    [program, browser] = await Promise.all([startTestProgram(), launchBrowser()]);
    view = await DatabaseView.open(program.target);
    // an address that leads nowhere, a script, a state that there is not, a period that is none
    await view.rows(`update target set source_citations = '{https://,javascript:alert(1)}' where number in ('1', '2')`);
    await view.rows(`update measurement set source_citations = '{https://}'`);
    await view.rows(
      `update work_item set verified_health = 'KHÔNG RÕ', claimed_health = 'KHÔNG RÕ' where code = '07-03'`,
    );
    await view.rows(`update document set state = 'KHÔNG RÕ' where code = '07-M-BC'`);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await view?.close();
    await program?.close();
  });

  it('leave the committee’s page standing: addresses that lead nowhere are text, everything else is there', async () => {
    const member = await signIn(browser, program.url, 'member', undefined, '/programme');
    await member.page.waitForSelector('[data-section="agreement"] li >> text=https://');
    expect(await member.page.locator('[data-target]').count()).toBe(8);
    expect(await member.page.locator('a[href^="javascript:"]').count()).toBe(0);
    expect(await member.page.locator('[data-testid="broken-page"]').count()).toBe(0);
    await member.close();
  });

  it('leave the wall standing', async () => {
    const secretariat = await program.as('secretariat');
    const { link } = await mutated<{ link: string }>(
      secretariat,
      'createDisplay',
      { name: 'Phòng dữ liệu lỗi', programmeCode: '07-CTr/TU' },
      'link',
    );
    const wall = await openWindow(browser, program.url + link);
    await wall.page.waitForSelector('[data-freshness="live"]');
    expect(await wall.page.locator('[data-item] [data-health]').count()).toBe(32);
    await wall.close();
  });

  it('cost their own place only where they cannot be drawn at all', async () => {
    const member = await signIn(browser, program.url, 'member', undefined, '/programme');
    await member.page.addInitScript(spoilTargets, ['3']);
    await member.page.reload();
    await member.page.waitForSelector('[data-broken="CT-3"] >> text=chưa hiển thị được');
    expect(await member.page.locator('[data-target]').count()).toBe(7);
    expect(await member.page.locator('[data-testid="broken-page"]').count()).toBe(0);
    await member.close();
  });

  it('leave a way out where a whole page cannot be drawn', async () => {
    const member = await signIn(browser, program.url, 'member', undefined, '/programme');
    await member.page.addInitScript(spoilTargets, []);
    await member.page.reload();
    await member.page.waitForSelector('[data-testid="broken-page"] >> text=Tải lại trang');
    expect(await member.page.getAttribute('[data-testid="broken-page"] a', 'href')).toBe('/');
    await member.close();
  });
});

/** Runs inside the page, before its own code: what it reads of these targets, or of all lists of targets where none is named, is not what it is made for. */
function spoilTargets(numbers: string[]): void {
  const parse = JSON.parse.bind(JSON);
  const spoil = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const row = value as { number?: unknown; trajectory?: unknown; targets?: { nodes?: unknown } };
    if (typeof row.number === 'string' && numbers.includes(row.number) && 'trajectory' in row) row.trajectory = 5;
    if (numbers.length === 0 && row.targets?.nodes !== undefined) row.targets.nodes = 5;
    for (const each of Object.values(value)) spoil(each);
  };
  JSON.parse = (text: string) => {
    const found: unknown = parse(text);
    spoil(found);
    return found;
  };
}
