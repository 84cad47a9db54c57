import type { Browser, Page } from 'playwright-core';
import type { ApiClient } from '../support/api-client';
import { describeInBrowser, launchBrowser } from '../support/processes/browser';
import { DatabaseView } from '../support/database-view';
import { doneDocument } from '../support/document-operations';
import { type DemoName, startTestProgram, type TestProgram } from '../support/program';
import { changeProgress } from '../support/report-steps';
import { findCramped } from './find-cramped';
import { findUnnamed } from './find-unnamed';
import { openWindow, signIn, type TestWindow } from './open-window';

let browser: Browser;
/** Nothing is changed here. */
let program: TestProgram;
/** Every test changes rows of its own. */
let changing: TestProgram;
let secretariat: ApiClient;

interface Looking {
  readonly from?: TestProgram;
  readonly name?: DemoName;
  readonly width?: number;
  readonly search?: string;
}

/** The page as somebody sees it once everything has come. */
async function look(looking: Looking = {}): Promise<TestWindow> {
  const { from = program, name = 'member', width = 1440, search = '' } = looking;
  const opened = await signIn(browser, from.url, name, { width, height: 900 }, `/programme${search}`);
  await isComplete(opened.page);
  return opened;
}

async function isComplete(page: Page): Promise<void> {
  await page.waitForSelector('[data-freshness="live"]');
  await page.waitForSelector('[data-gap]');
  await page.waitForSelector('[data-indicator]');
}

async function ask<Data>(query: string): Promise<Data> {
  const { data, errors } = await secretariat.ask<Data>(query);
  expect(errors).toBeUndefined();
  return data;
}

/** Sends a mutation that must be done. */
async function change(mutation: string, input: object): Promise<void> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const answer = await secretariat.ask<{ payload: { userErrors: object[] } }>(
    `mutation ($input: ${type}!) { payload: ${mutation}(input: $input) { userErrors { message } } }`,
    { input },
  );
  expect([mutation, answer.errors, answer.data.payload.userErrors]).toEqual([mutation, undefined, []]);
}

/** What an attribute holds on every element that has it, in the page's order. */
function all(page: Page, attribute: string, within = ''): Promise<string[]> {
  return page
    .locator(`${within} [${attribute}]`)
    .evaluateAll((elements, name) => elements.map((element) => element.getAttribute(name) ?? ''), attribute);
}

/** The codes in a list of gaps. */
const gap = (page: Page, kind: string): Promise<string[]> => all(page, 'data-gap-row', `[data-gap="${kind}"]`);

/** A sample member of the committee. */
async function someMember(): Promise<{ id: string; office: string }> {
  const { committeeMemberships } = await ask<{ committeeMemberships: { nodes: { id: string; office: string }[] } }>(
    '{ committeeMemberships(first: 1, where: { isSample: { eq: true } }) { nodes { id office } } }',
  );
  return committeeMemberships.nodes[0]!;
}

const PROGRAMME = 'programme: { code: { eq: "07-CTr/TU" } }';

describeInBrowser('the page of the committee', () => {
  beforeAll(async () => {
    [program, changing, browser] = await Promise.all([startTestProgram(), startTestProgram(), launchBrowser()]);
    secretariat = await changing.as('secretariat');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await Promise.all([program?.close(), changing?.close()]);
  });

  describe('shows what the tables hold', () => {
    let member: TestWindow;

    beforeAll(async () => {
      member = await look();
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
      expect(await all(member.page, 'data-target')).toEqual(targets.nodes.map(({ number }) => number));
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
      const codes = await all(member.page, 'data-item', '#work');
      expect(new Set(codes).size).toBe(32);
      expect(codes).toHaveLength(32);
      for (const id of new Set(workItemOversights.nodes.map(({ membership }) => membership.id))) {
        const directed = workItemOversights.nodes.filter(({ membership }) => membership.id === id);
        const shown = await all(member.page, 'data-item', `[data-member="${id}"]`);
        expect(shown).toEqual(directed.map(({ workItem }) => workItem.code).sort());
      }
      expect(await all(member.page, 'data-item', '[data-testid="undirected"]')).toEqual(['07-31', '07-32']);
      expect(await member.page.textContent('[data-item="07-04"]')).toContain('quá hạn 137 ngày');
    });

    it('of documents: each in the column of its state, with lateness, awaited level and opinions', async () => {
      interface Documents {
        documents: { nodes: { code: string; state: string }[] };
      }
      const { documents } = await ask<Documents>(`{ documents(where: { ${PROGRAMME} }) { nodes { code state } } }`);
      for (const state of ['DRAFTING', 'CONSULTING', 'FINALISED', 'SUBMITTED', 'ISSUED']) {
        const held = documents.nodes.filter((document) => document.state === state).map(({ code }) => code);
        expect((await all(member.page, 'data-document', `[data-state="${state}"]`)).sort()).toEqual(held.sort());
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
        expect([kind, await gap(member.page, kind)]).toEqual([kind, nodes.map(({ code }) => code)]);
      }
      expect(await gap(member.page, 'unattended')).toEqual(['CT-6']);
      expect(await gap(member.page, 'untracedGoals')).toEqual(['MT-2', 'CT-7b', 'QĐ-1']);
      expect(await member.page.textContent('[data-gap-row="07-PL29"]')).toContain('có 0/29, thiếu 1–29');
    });

    it('of clarity: the missing points by name', async () => {
      const points = (code: string) => member.page.textContent(`[data-gap="unclear"] [data-gap-row="${code}"]`);
      expect(await gap(member.page, 'unclear')).toEqual(['07-27', '07-29', '07-32']);
      expect(await points('07-27')).toContain('chưa rõ sản phẩm');
      expect(await points('07-29')).toContain('chưa rõ nguồn lực');
      expect(await points('07-32')).toContain('chưa rõ thẩm quyền');
    });

    it('of other programmes: both clauses with their sources side by side', async () => {
      const shared = '[data-indicator="kinh-te-so"]';
      expect(await all(member.page, 'data-clause', shared)).toEqual(['02-CTr/TU', '07-CTr/TU']);
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
      expect((await all(page, 'data-item', '#work')).sort()).toEqual(['07-04', '07-10', '07-19']);
      await overdue.click();
      expect(await page.locator('#work [data-item]').count()).toBe(32);
    });
  });

  describe('changes while one looks', () => {
    it('when a report is accepted', async () => {
      const { page, close } = await look({ from: changing });
      expect(await page.textContent('[data-item="07-01"] summary')).toContain('62% · kế hoạch');
      await changeProgress(changing, 64.5);
      await page.waitForSelector('[data-item="07-01"][data-changed="true"] >> text=64,5%');
      await close();
    });

    it('when a figure is recorded', async () => {
      const { page, close } = await look({ from: changing });
      const { indicator } = await ask<{ indicator: { id: string } }>('{ indicator(code: "kinh-te-so") { id } }');
      await change('recordMeasurement', {
        indicatorId: indicator.id,
        period: '2023-Q3',
        value: 25.3,
        source: 'Cục Thống kê',
      });
      await page.waitForSelector('[data-target="4"][data-changed="true"] [data-testid="value"] >> text=25,3%');
      await close();
    });

    it('when a document is approved by the level that it waited for, and withdrawn', async () => {
      const { page, close } = await look({ from: changing });
      const { document } = await ask<{ document: { id: string } }>('{ document(code: "07-M-KT") { id } }');
      await doneDocument(await changing.as('head'), 'approveDocument', {
        documentId: document.id,
        level: 'PEOPLES_COMMITTEE',
      });
      await page.waitForSelector('[data-document="07-M-KT"][data-changed="true"]');
      expect(await page.textContent('[data-document="07-M-KT"]')).not.toContain('chờ UBND thành phố duyệt');
      await doneDocument(secretariat, 'withdrawDocument', { documentId: document.id, reason: 'Lập lại.' });
      await page.waitForSelector('[data-state="WITHDRAWN"] [data-document="07-M-KT"]');
      await close();
    });
  });

  describe('a document that is opened', () => {
    it('shows its steps with date and actor, its wording by section, and each step that follows at once', async () => {
      const { page, close } = await look({ from: changing });
      await doneDocument(secretariat, 'draftDocument', {
        code: '07-MO',
        kind: 'PLAN',
        title: 'Kế hoạch mở xem',
        programmeCode: '07-CTr/TU',
        approvalLevel: 'PEOPLES_COMMITTEE',
        sections: [
          { kind: 'PURPOSE', text: 'Cụ thể hóa Chương trình.' },
          { kind: 'CONTENT', text: 'Phát triển thị trường công nghệ.' },
        ],
      });
      const card = '[data-document="07-MO"]';
      await page.click(`${card} summary`);
      await page.waitForSelector(`${card} [data-step="DRAFTED"]`);
      const shown = (await page.textContent(card)) ?? '';
      expect(shown).toContain('14/11/2023 · Lập dự thảo');
      expect(shown).toContain('Đơn vị → UBND thành phố');
      expect(shown).toMatch(/I\. Mục đích, yêu cầuCụ thể hóa[^]*II\. Nội dung thực hiệnPhát triển/);
      const { document } = await ask<{ document: { id: string } }>('{ document(code: "07-MO") { id } }');
      await doneDocument(secretariat, 'sendForOpinions', {
        documentId: document.id,
        unitCodes: ['so-tc'],
        dueOn: '2023-11-30',
      });
      await page.waitForSelector(`${card} [data-step="SENT_FOR_OPINIONS"]`);
      await page.waitForSelector(`${card} >> text=/Sở Tài chính: đang chờ/`);
      await close();
    });
  });

  describe('gaps', () => {
    it('are told before they come: an end that is decided for a later day', async () => {
      const { page, close } = await look({ from: changing });
      const { targetAssignments } = await ask<{
        targetAssignments: { nodes: { membership: { id: string }; target: { id: string } }[] };
      }>(
        '{ targetAssignments(where: { isCurrent: { eq: true }, target: { number: { eq: "1" } } }) { nodes { membership { id } target { id } } } }',
      );
      const [{ membership, target }] = targetAssignments.nodes as [(typeof targetAssignments.nodes)[number]];
      const charge = { membershipId: membership.id, targetIds: [target.id] };
      await change('endMemberAssignment', { ...charge, effectiveOn: '2023-12-01' });
      await page.waitForSelector(
        '[data-gap="unattended"] [data-gap-row="CT-1"] >> text=sẽ không có ai từ ngày 01/12/2023',
      );
      await page.waitForSelector('[data-target="1"][data-unattended="false"] [data-testid="unattended-from"]');
      await change('assignMember', { ...charge, startsOn: '2023-12-01' });
      await page.waitForSelector('[data-gap="unattended"] [data-gap-row="CT-1"]', { state: 'detached' });
      await close();
    });

    it('vanish when somebody is put in charge, and the count goes down', async () => {
      const { page, close } = await look({ from: changing });
      const before = Number(await page.textContent('[data-testid="alarm-count"]'));
      const { id } = await someMember();
      const { targets } = await ask<{ targets: { nodes: { id: string }[] } }>(
        `{ targets(where: { number: { eq: "6" }, ${PROGRAMME} }) { nodes { id } } }`,
      );
      await change('assignMember', { membershipId: id, targetIds: [targets.nodes[0]!.id] });
      await page.waitForSelector('[data-target="6"][data-unattended="false"]');
      await page.waitForSelector('[data-gap="unattended"][data-count="0"] >> text=Không có');
      expect(Number(await page.textContent('[data-testid="alarm-count"]'))).toBe(before - 1);
      await close();
    });

    it('vanish when a member is to direct an item, which then stands under that member', async () => {
      const { page, close } = await look({ from: changing });
      const { id } = await someMember();
      const { workItem } = await ask<{ workItem: { id: string } }>('{ workItem(code: "07-31") { id } }');
      await change('assignOversight', { membershipId: id, workItemIds: [workItem.id] });
      await page.waitForSelector(`[data-member="${id}"] [data-item="07-31"]`);
      expect(await gap(page, 'undirected')).toEqual(['07-32']);
      await close();
    });

    it('appear when a document misses its date, and vanish when it is withdrawn', async () => {
      const { page, close } = await look({ from: changing });
      await doneDocument(secretariat, 'draftDocument', {
        code: '07-THU',
        kind: 'REPORT',
        title: 'Báo cáo chuyên đề',
        programmeCode: '07-CTr/TU',
        approvalLevel: 'UNIT',
        submitBy: '2023-11-01',
      });
      await page.waitForSelector('[data-gap="overdueDocuments"] [data-gap-row="07-THU"] >> text=chậm 13 ngày');
      await page.waitForSelector('[data-state="DRAFTING"] [data-document="07-THU"][data-overdue="true"]');
      const { document } = await ask<{ document: { id: string } }>('{ document(code: "07-THU") { id } }');
      await doneDocument(secretariat, 'withdrawDocument', { documentId: document.id, reason: 'Không cần nữa.' });
      await page.waitForSelector('[data-gap="overdueDocuments"] [data-gap-row="07-THU"]', { state: 'detached' });
      await close();
    });

    it('between the roles of units are shown the moment another programme lets somebody else lead', async () => {
      const { page, close } = await look({ from: changing });
      const shared = '[data-indicator="kinh-te-so"]';
      expect(await page.textContent(`${shared} [data-clause="02-CTr/TU"]`)).toContain('chưa có đầu việc');
      await doneDocument(secretariat, 'draftDocument', {
        code: '02-KH',
        kind: 'PLAN',
        title: 'Kế hoạch thực hiện Chương trình số 02-CTr/TU',
        programmeCode: '02-CTr/TU',
        approvalLevel: 'PEOPLES_COMMITTEE',
        appendices: [{ code: '02-PL', title: 'Danh mục', expectedCount: 1 }],
      });
      const { appendix } = await ask<{ appendix: { id: string } }>('{ appendix(code: "02-PL") { id } }');
      const row = { number: 1, code: '02-01', kind: 'TASK', title: 'Thống kê kinh tế số', leadUnitCode: 'so-tc' };
      await doneDocument(secretariat, 'addAppendixRows', {
        appendixId: appendix.id,
        rows: [{ ...row, startsOn: '2022-01-01', dueOn: '2025-12-31' }],
      });
      const { workItem, targets } = await ask<{ workItem: { id: string }; targets: { nodes: { id: string }[] } }>(
        `{ workItem(code: "02-01") { id }
          targets(where: { indicator: { code: { eq: "kinh-te-so" } }, programme: { number: { eq: 2 } } }) { nodes { id } } }`,
      );
      await change('traceWorkItem', { workItemId: workItem.id, targetId: targets.nodes[0]!.id });
      await page.waitForSelector(`${shared}[data-conflict="true"] h3 >> text=Mâu thuẫn vai trò`);
      await page.waitForSelector('[data-testid="role-verdict"] >> text=1 chỉ số có vai trò đơn vị mâu thuẫn');
      // the hyphen of a code never ends a line
      expect(await page.textContent(`${shared} [data-clause="02-CTr/TU"]`)).toContain('Sở Tài chính (02\u201101)');
      await close();
    });

    it('between programmes are said first, in words', async () => {
      const disagreeing = await startTestProgram();
      const view = await DatabaseView.open(disagreeing.target);
      await view.rows(
        `update target set comparator = 'EQ', value = 40 where number = '1' and indicator_id = (select id from indicator where code = 'kinh-te-so')`,
      );
      await view.close();
      const { page, close } = await look({ from: disagreeing });
      expect((await all(page, 'data-indicator'))[0]).toBe('kinh-te-so');
      expect(await page.textContent('[data-testid="agreement-verdict"]')).toContain('1 chỉ số mâu thuẫn');
      expect(await page.textContent('[data-indicator="kinh-te-so"] h3')).toContain('Mâu thuẫn');
      expect(await page.textContent('[data-indicator="kinh-te-so"] [data-clause="02-CTr/TU"] dd')).toBe('40%');
      await close();
      await disagreeing.close();
    });
  });

  describe('on a phone and on a desk, in both languages', () => {
    it.each([
      ['vi', 390],
      ['vi', 1440],
      ['en', 390],
      ['en', 1440],
    ])('in %s at %i px nothing is too wide, too small or without a name', async (language, width) => {
      const { page, close } = await look({ width, search: `?lang=${language}` });
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      await page.click('[data-item="07-04"] summary');
      expect(await page.evaluate(findCramped)).toEqual([]);
      expect(await page.evaluate(findUnnamed)).toEqual([]);
      await close();
    });

    it('changes its language at a click, with the numbers’ form', async () => {
      const { page, close } = await look();
      expect(await page.textContent('[data-target="3"]')).toContain('45,1%');
      await page.click('button[lang="en"]');
      await page.waitForSelector('[data-target="3"] >> text=45.1%');
      await isComplete(page);
      expect(await page.textContent('#work-heading')).toBe('Work items by committee member');
      expect(await page.textContent('[data-item="07-04"]')).toContain('137 days overdue');
      await close();
    });

    it('is walked by keys: to the content at once, and into an item', async () => {
      const { page, close } = await look();
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

  it.each<DemoName>(['head', 'reporter', 'approver', 'analyst', 'inspector', 'admin'])(
    'is open to %s',
    async (name) => {
      const { page, close } = await look({ name });
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
