/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../support/processes/browser';
import { DatabaseView } from '../support/database-view';
import { mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { findOverflow } from './find-overflow';
import { openWindow } from './open-window';

/** How many targets the wall of which programme shows: each has its own, so that none is seen as it was before. */
const WALLS = [
  { programme: '01-CTr/TU', count: 1 },
  { programme: '02-CTr/TU', count: 2 },
  { programme: '03-CTr/TU', count: 5 },
  { programme: '04-CTr/TU', count: 8 },
  { programme: '05-CTr/TU', count: 9 },
  { programme: '06-CTr/TU', count: 10 },
  { programme: '08-CTr/TU', count: 13 },
  { programme: '09-CTr/TU', count: 16 },
];

let program: TestProgram;
let view: DatabaseView;
let browser: Browser;

/** Targets as wide as they come: a name of 24 characters, figures in millions, a change of many digits; every third one qualitative, every fourth old. */
async function makeTargets(programme: string, count: number): Promise<void> {
  const { known } = await view.row<{ known: number }>(
    'select count(*)::integer as known from target ta join programme pr on pr.id = ta.programme_id where pr.code = $1',
    [programme],
  );
  for (let index = 1; index <= count - known; index += 1) {
    const comparator = index % 3 === 0 ? 'QUALITATIVE' : 'GTE';
    const indicator = randomUUID();
    await view.rows(
      `insert into indicator (id, code, name, name_en, unit_of_measure, unit_of_measure_en) values ($1, $2, 'Chỉ số', 'Indicator', 'đồng', 'VND')`,
      [indicator, `rong-${indicator}`],
    );
    await view.rows(
      `insert into target (programme_id, number, name, name_en, short_name, short_name_en, comparator, value, wording, due_on, indicator_id,
         assessed_health, baseline, baseline_on)
       select id, $2, 'Chỉ tiêu', 'Target', 'Giá trị giao dịch khoa h', 'Science and technology n', $3, $4, 'x', '2025-12-31', $5, $6, $7, '2020-12-31'
       from programme where code = $1`,
      [
        programme,
        `M${index}`,
        comparator,
        comparator === 'GTE' ? 2_512_345 : null,
        indicator,
        comparator === 'QUALITATIVE' ? 'AT_RISK' : null,
        comparator === 'GTE' ? 1_000 : null,
      ],
    );
    await view.rows(
      `insert into trajectory_point (target_id, period, ends_on, expected) select id, '2025', '2025-12-31', 2512345
       from target where indicator_id = $1 and comparator = 'GTE'`,
      [indicator],
    );
    const [before, latest] = index % 4 === 0 ? ['2022-H1', '2022-H2'] : ['2023-Q2', '2023-Q3'];
    await view.rows(
      `insert into measurement (indicator_id, period, ends_on, value, state, recorded_at, source_citations)
       values ($1, $2, '2022-06-30', 1111111, 'ACCEPTED', '2022-07-10T08:00:00Z', '{x}'), ($1, $3, $4, 1234567, 'ACCEPTED', '2023-10-10T08:00:00Z', '{x}')`,
      [indicator, before, latest, index % 4 === 0 ? '2022-12-31' : '2023-09-30'],
    );
  }
}

/** Runs inside the page: what of the list of targets covers something else, or is covered. */
function findCollisions(): string[] {
  const found: string[] = [];
  const box = (element: Element) => element.getBoundingClientRect();
  const list = document.querySelector('[data-roomy]')!;
  const footer = box(document.querySelector('footer')!);
  const rows = [...document.querySelectorAll('[data-target]')];
  const caption = list.nextElementSibling;
  const floor = caption === null ? footer.top : box(caption).top;
  if (caption !== null && box(caption).bottom > footer.top + 0.5)
    found.push('the line below the list covers the legend');
  for (const [index, row] of rows.entries()) {
    const name = row.getAttribute('data-target')!;
    const next = rows[index + 1];
    const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    const places: { text: string; left: number; right: number; top: number; bottom: number }[] = [];
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      if (text === '') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      places.push({ text, left, right, top, bottom });
      if (right > box(list).right + 1) found.push(`${name}: “${text}” leaves the list`);
    }
    const middle = (place: { top: number; bottom: number }) => (place.top + place.bottom) / 2;
    for (const one of places) {
      for (const other of places) {
        const isSameLine = Math.abs(middle(one) - middle(other)) < 10;
        if (one !== other && isSameLine && one.left <= other.left && one.right > other.left + 1) {
          found.push(`${name}: “${one.text}” covers “${other.text}”`);
        }
      }
      if (middle(one) > floor) found.push(`${name}: “${one.text}” is below the list`);
      if (next !== undefined && middle(one) > box(next).top) found.push(`${name}: “${one.text}” is in the next row`);
    }
    if (box(row).bottom > floor + 0.5) found.push(`${name} covers what is below the list`);
    if (next !== undefined && box(row).bottom > box(next).top + 0.5) found.push(`${name} covers the next row`);
  }
  return found;
}

describeInBrowser('the targets on a wall', () => {
  beforeAll(async () => {
    [program, browser] = await Promise.all([startTestProgram(), launchBrowser()]);
    view = await DatabaseView.open(program.target);
    for (const { programme, count } of WALLS) await makeTargets(programme, count);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await view?.close();
    await program?.close();
  });

  it.each(WALLS)(
    '$count of them fit, none covers another or the legend, and no change leaves its column',
    async ({ programme, count }) => {
      const secretariat = await program.as('secretariat');
      const { link } = await mutated<{ link: string }>(
        secretariat,
        'createDisplay',
        { name: `Phòng ${count}`, programmeCode: programme, idempotencyKey: randomUUID() },
        'link',
      );
      const wall = await openWindow(browser, program.url + link);
      for (const language of ['vi', 'en']) {
        await wall.page.goto(`${program.url}/screen?lang=${language}&programme=${encodeURIComponent(programme)}`);
        await wall.page.waitForSelector('[data-freshness="live"]');
        await wall.page.waitForSelector('[data-target]');
        expect(await wall.page.locator('[data-target]').count()).toBe(count);
        const folder = process.env.SCREENSHOTS;
        if (folder !== undefined) {
          mkdirSync(folder, { recursive: true });
          await wall.page.screenshot({ path: `${folder}/wall-${count}-${language}.png` });
        }
        expect(await wall.page.evaluate(findCollisions)).toEqual([]);
        expect(await wall.page.evaluate(findOverflow, 28)).toEqual([]);
      }
      await wall.close();
    },
  );
});
