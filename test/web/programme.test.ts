import type { Browser } from 'playwright-core';
import type { ApiClient } from '../support/api-client';
import { describeInBrowser, launchBrowser } from '../support/processes/browser';
import { type DemoName, startTestProgram, type TestProgram } from '../support/program';
import { some } from '../support/size';
import { findCramped } from './find-cramped';
import { findUnnamed } from './find-unnamed';
import { attributes, gapRows, isComplete, lookAtProgramme } from './look-at-programme';
import { openWindow, signIn, type TestWindow } from './open-window';

let browser: Browser;
/** Nothing is changed here. */
let program: TestProgram;
let secretariat: ApiClient;

async function ask<Data>(query: string): Promise<Data> {
  const { data, errors } = await secretariat.ask<Data>(query);
  expect(errors).toBeUndefined();
  return data;
}

const PROGRAMME = 'programme: { code: { eq: "07-CTr/TU" } }';

describeInBrowser('the page of the committee', () => {
  beforeAll(async () => {
    [program, browser] = await Promise.all([startTestProgram(), launchBrowser()]);
    secretariat = await program.as('secretariat');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await program?.close();
  });

  describe('shows what the tables hold', () => {
    let member: TestWindow;

    beforeAll(async () => {
      member = await lookAtProgramme(browser, program);
    });

    afterAll(() => member.close());

    it('of targets: all of them, what was reached, and the alarm where nobody is in charge', async () => {
      interface Targets {
        targets: { nodes: { number: string; health: string; isUnattended: boolean }[] };
      }
      const { targets } = await ask<Targets>(
        `{ targets(where: { ${PROGRAMME} }) { nodes { number health isUnattended } } }`,
      );
      expect(targets.nodes).toHaveLength(8);
      expect(await attributes(member.page, 'data-target')).toEqual(targets.nodes.map(({ number }) => number));
      for (const { number, isUnattended } of targets.nodes) {
        const alarms = member.page.locator(`[data-target="${number}"] [data-testid="unattended"]`);
        expect([number, await alarms.count()]).toEqual([number, isUnattended ? 1 : 0]);
      }
      const three = member.page.locator('[data-target="3"]');
      expect(await three.locator('[data-testid="value"]').textContent()).toBe('45,1%');
      expect(await three.textContent()).toContain('so với lộ trình kỳ đó −7,37');
      expect(await three.textContent()).toContain('mục tiêu > 70% đến 31/12/2025');
      expect(await three.textContent()).toContain('Giám đốc Sở Nông nghiệp và Phát triển nông thôn');
    });

    it('of work items: every one once, under the member who directs it or under nobody', async () => {
      interface Oversights {
        workItemOversights: { nodes: { membership: { id: string }; workItem: { code: string } }[] };
      }
      const { workItemOversights } = await ask<Oversights>(
        '{ workItemOversights(where: { isCurrent: { eq: true } }) { nodes { membership { id } workItem { code } } } }',
      );
      const codes = await attributes(member.page, 'data-item', '#work');
      expect(new Set(codes).size).toBe(32);
      expect(codes).toHaveLength(32);
      for (const id of new Set(workItemOversights.nodes.map(({ membership }) => membership.id))) {
        const directed = workItemOversights.nodes.filter(({ membership }) => membership.id === id);
        const shown = await attributes(member.page, 'data-item', `[data-member="${id}"]`);
        expect(shown).toEqual(directed.map(({ workItem }) => workItem.code).sort());
      }
      expect(await attributes(member.page, 'data-item', '[data-testid="undirected"]')).toEqual(['07-31', '07-32']);
      expect(await member.page.textContent('[data-item="07-04"]')).toContain('quá hạn 137 ngày');
    });

    it('of documents: each in the column of its state, with lateness, awaited level and opinions', async () => {
      interface Documents {
        documents: { nodes: { code: string; state: string }[] };
      }
      const { documents } = await ask<Documents>(`{ documents(where: { ${PROGRAMME} }) { nodes { code state } } }`);
      for (const state of ['DRAFTING', 'CONSULTING', 'FINALISED', 'SUBMITTED', 'ISSUED']) {
        const held = documents.nodes.filter((document) => document.state === state).map(({ code }) => code);
        expect((await attributes(member.page, 'data-document', `[data-state="${state}"]`)).sort()).toEqual(held.sort());
      }
      const text = (code: string) => member.page.textContent(`[data-document="${code}"]`);
      expect(await text('07-M-BC')).toContain('chậm 14 ngày');
      expect(await text('07-M-KT')).toContain('chờ UBND thành phố duyệt');
      expect(await text('07-M-CS')).toContain('còn chờ 3 ý kiến');
    });

    it('of gaps: the same rows that the committee’s queries find', async () => {
      type Found = Record<string, { nodes: { code: string }[] }>;
      const found = await ask<Found>(`{
        undirected: workItems(where: { not: { oversights: { some: { isCurrent: { eq: true } } } }, ${PROGRAMME} }) { nodes { code } }
        noPerson: workItems(where: { not: { responsiblePerson: {} }, completedOn: { isNull: true }, ${PROGRAMME} }) { nodes { code } }
        stale: workItems(where: { freshness: { isStale: { eq: true } }, completedOn: { isNull: true }, ${PROGRAMME} }) { nodes { code } }
        untracedItems: workItems(where: { isTraced: { eq: false }, ${PROGRAMME} }) { nodes { code } }
        overdueDocuments: documents(where: { isOverdue: { eq: true }, ${PROGRAMME} }) { nodes { code } }
      }`);
      for (const [kind, { nodes }] of Object.entries(found)) {
        expect(nodes.length).toBeGreaterThan(0);
        expect([kind, await gapRows(member.page, kind)]).toEqual([kind, nodes.map(({ code }) => code)]);
      }
      expect(await gapRows(member.page, 'unattended')).toEqual(['CT-6']);
      expect(await gapRows(member.page, 'untracedGoals')).toEqual(['MT-2', 'CT-7b', 'QĐ-1']);
      expect(await member.page.textContent('[data-gap-row="07-PL29"]')).toContain('có 0/29, thiếu 1–29');
    });

    it('of clarity: the missing points by name', async () => {
      const points = (code: string) => member.page.textContent(`[data-gap="unclear"] [data-gap-row="${code}"]`);
      expect(await gapRows(member.page, 'unclear')).toEqual(['07-27', '07-29', '07-32']);
      expect(await points('07-27')).toContain('chưa rõ sản phẩm');
      expect(await points('07-29')).toContain('chưa rõ nguồn lực');
      expect(await points('07-32')).toContain('chưa rõ thẩm quyền');
    });

    it('of other programmes: both clauses with their sources side by side', async () => {
      const shared = '[data-indicator="kinh-te-so"]';
      expect(await attributes(member.page, 'data-clause', shared)).toEqual(['02-CTr/TU', '07-CTr/TU']);
      expect(await member.page.textContent(`${shared} [data-clause="07-CTr/TU"]`)).toContain('“khoảng 30%”');
      expect(await member.page.locator(`${shared} [data-clause="02-CTr/TU"] a[href^="https://"]`).count()).toBe(2);
      expect(await member.page.textContent('[data-testid="agreement-verdict"]')).toContain('Không có mâu thuẫn');
    });

    it('with a mark on sample rows, and nothing from elsewhere', async () => {
      expect(await member.page.textContent('[data-item="07-01"] summary')).toContain('mẫu');
      expect(await member.page.textContent('[data-document="D-185"]')).not.toContain('mẫu');
      await member.page.waitForSelector('[data-testid="installation-marks"] >> text=Dữ liệu mẫu');
      expect(member.foreignRequests).toEqual([]);
      expect(member.pageErrors).toEqual([]);
    });

    it('and leaves only one status in sight when asked to', async () => {
      const { page } = member;
      const overdue = page.locator('#work [role="group"] button', { hasText: 'Quá hạn' });
      await overdue.click();
      expect((await attributes(page, 'data-item', '#work')).sort()).toEqual(['07-04', '07-10', '07-19']);
      await overdue.click();
      expect(await page.locator('#work [data-item]').count()).toBe(32);
    });
  });

  describe('on a phone and on a desk, in both languages', () => {
    it.each([
      ['vi', 390],
      ['vi', 1440],
      ['en', 390],
      ['en', 1440],
    ])('in %s at %i px nothing is too wide, too small or without a name', async (language, width) => {
      const { page, close } = await lookAtProgramme(browser, program, { width, search: `?lang=${language}` });
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      await page.click('[data-item="07-04"] summary');
      expect(await page.evaluate(findCramped)).toEqual([]);
      expect(await page.evaluate(findUnnamed)).toEqual([]);
      await close();
    });

    it('changes its language at a click, with the numbers’ form', async () => {
      const { page, close } = await lookAtProgramme(browser, program);
      expect(await page.textContent('[data-target="3"]')).toContain('45,1%');
      await page.click('button[lang="en"]');
      await page.waitForSelector('[data-target="3"] >> text=45.1%');
      await isComplete(page);
      expect(await page.textContent('#work-heading')).toBe('Work items by committee member');
      expect(await page.textContent('[data-item="07-04"]')).toContain('137 days overdue');
      await close();
    });

    it('is walked by keys: to the content at once, and into an item', async () => {
      const { page, close } = await lookAtProgramme(browser, program);
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
      await page.focus('[data-item="07-04"] summary');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-item="07-04"] details[open] >> text=chưa rõ người');
      await page.waitForSelector('[data-item="07-04"] details[open] >> text=1,2 tỷ đồng');
      await page.waitForSelector('[data-item="07-04"] details[open] >> text=Dự thảo nghị quyết lấy ý kiến');
      await close();
    });
  });

  it('asks strangers to sign in, and is found from the first page', async () => {
    const { page, close } = await openWindow(browser, `${program.url}/`, { width: 1440, height: 900 });
    await page.click('a[href="/programme"]');
    await page.waitForSelector('#password');
    expect(await page.locator('[data-target]').count()).toBe(0);
    await close();
  });

  it.each<DemoName>(some(['head', 'reporter', 'approver', 'analyst', 'inspector', 'admin'], 2))(
    'is open to %s',
    async (name) => {
      const { page, close } = await lookAtProgramme(browser, program, { name });
      expect(await page.locator('[data-target]').count()).toBe(8);
      expect(await page.locator('#work [data-item]').count()).toBe(32);
      await close();
    },
  );

  it('whose server has gone says until when its figures hold', async () => {
    const gone = await startTestProgram();
    const options = { width: 1440, height: 900, fakeClock: true };
    const { page, close } = await signIn(browser, gone.url, 'member', options, '/programme');
    await isComplete(page);
    await gone.close();
    await page.clock.runFor('01:00');
    await page.waitForSelector('[data-freshness="reconnecting"]');
    await page.clock.runFor('02:00');
    await page.waitForSelector('[data-freshness="lost"] >> text=/số liệu đến \\d\\d:\\d\\d/');
    expect(await page.locator('[data-target]').count()).toBe(8);
    await close();
  });
});
