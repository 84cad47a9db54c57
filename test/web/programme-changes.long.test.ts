import type { Browser } from 'playwright-core';
import type { ApiClient } from '../support/api-client';
import { describeInBrowser, launchBrowser } from '../support/processes/browser';
import { DatabaseView } from '../support/database-view';
import { doneDocument } from '../support/document-operations';
import { startTestProgram, type TestProgram } from '../support/program';
import { changeProgress } from '../support/report-steps';
import { attributes, gapRows, lookAtProgramme } from './look-at-programme';

let browser: Browser;
/** Every test changes rows of its own. */
let program: TestProgram;
let secretariat: ApiClient;

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
    [program, browser] = await Promise.all([startTestProgram(), launchBrowser()]);
    secretariat = await program.as('secretariat');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await program?.close();
  });

  describe('changes while one looks', () => {
    it('when a report is accepted', async () => {
      const { page, close } = await lookAtProgramme(browser, program);
      expect(await page.textContent('[data-item="07-01"] summary')).toContain('62% · kế hoạch');
      await changeProgress(program, 64.5);
      await page.waitForSelector('[data-item="07-01"][data-changed="true"] >> text=64,5%');
      await close();
    });

    it('when a figure is recorded', async () => {
      const { page, close } = await lookAtProgramme(browser, program);
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
      const { page, close } = await lookAtProgramme(browser, program);
      const { document } = await ask<{ document: { id: string } }>('{ document(code: "07-M-KT") { id } }');
      await doneDocument(await program.as('head'), 'approveDocument', {
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
      const { page, close } = await lookAtProgramme(browser, program);
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
      const { page, close } = await lookAtProgramme(browser, program);
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
      const { page, close } = await lookAtProgramme(browser, program);
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
      const { page, close } = await lookAtProgramme(browser, program);
      const { id } = await someMember();
      const { workItem } = await ask<{ workItem: { id: string } }>('{ workItem(code: "07-31") { id } }');
      await change('assignOversight', { membershipId: id, workItemIds: [workItem.id] });
      await page.waitForSelector(`[data-member="${id}"] [data-item="07-31"]`);
      expect(await gapRows(page, 'undirected')).toEqual(['07-32']);
      await close();
    });

    it('appear when a document misses its date, and vanish when it is withdrawn', async () => {
      const { page, close } = await lookAtProgramme(browser, program);
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
      const { page, close } = await lookAtProgramme(browser, program);
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
      const { page, close } = await lookAtProgramme(browser, disagreeing);
      expect((await attributes(page, 'data-indicator'))[0]).toBe('kinh-te-so');
      expect(await page.textContent('[data-testid="agreement-verdict"]')).toContain('1 chỉ số mâu thuẫn');
      expect(await page.textContent('[data-indicator="kinh-te-so"] h3')).toContain('Mâu thuẫn');
      expect(await page.textContent('[data-indicator="kinh-te-so"] [data-clause="02-CTr/TU"] dd')).toBe('40%');
      await close();
      await disagreeing.close();
    });
  });
});
