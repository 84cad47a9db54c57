import { randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../support/processes/browser';
import { DatabaseView } from '../support/database-view';
import { EventWriter } from '../support/event-writer';
import { startTestProgram, type TestProgram } from '../support/program';
import { openWindow } from './open-window';

/** One change a minute. */
const HOURS = 24;
const MOST_GROWTH = 10 * 1024 * 1024;

const CREATE = `mutation ($input: CreateDisplayInput!) {
  createDisplay(input: $input) { link userErrors { message } } }`;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

let program: TestProgram;
let view: DatabaseView;
let writer: EventWriter;
let browser: Browser;

/** Bytes in use by the server (and by this test, which keeps nothing), garbage left out. */
function serverHeap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** Bytes in use by a page, garbage left out. */
async function pageHeap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/** Lets so many hours of changes come, each numbered by itself, and waits until the screen shows the last one: the item is completed. */
async function live(page: Page, hours: number): Promise<void> {
  for (let minute = 1; minute <= hours * 60; minute++) {
    const completedOn = minute === hours * 60 ? '2023-11-10' : null;
    await writer.write({ extraTags: minute % 60 === 0 ? ['work_item', 'today'] : ['work_item'] }, (tx) =>
      tx.query(`update work_item set percent_complete = $1, completed_on = $2 where code = '07-01'`, [
        completedOn === null ? minute % 100 : 100,
        completedOn,
      ]),
    );
    await view.rows('select count(*) from sequence_events()');
  }
  await page.waitForSelector('[data-item="07-01"] [data-health="COMPLETED"]');
}

describeInBrowser('a screen that hangs there for a day', () => {
  beforeAll(async () => {
    [program, browser] = await Promise.all([startTestProgram(), launchBrowser()]);
    view = await DatabaseView.open(program.target);
    writer = await EventWriter.open(program.target);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await writer?.close();
    await view?.close();
    await program?.close();
  });

  it(`after ${HOURS} hours of a change a minute neither it nor the server holds 10 MB more than after the first hour`, async () => {
    const secretariat = await program.as('secretariat');
    const input = { name: 'Phòng họp lớn', programmeCode: '07-CTr/TU', idempotencyKey: randomUUID() };
    const { data } = await secretariat.ask<{ createDisplay: { link: string } }>(CREATE, { input });
    const wall = await openWindow(browser, program.url + data.createDisplay.link);
    await wall.page.waitForSelector('[data-freshness="live"]');
    const session = await wall.page.context().newCDPSession(wall.page);
    await session.send('HeapProfiler.enable');
    await live(wall.page, 1);
    const [serverBefore, pageBefore] = [serverHeap(), await pageHeap(session)];
    await live(wall.page, HOURS);
    const [serverAfter, pageAfter] = [serverHeap(), await pageHeap(session)];
    const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);
    console.log(
      `server ${megabytes(serverBefore)} → ${megabytes(serverAfter)} MB, page ${megabytes(pageBefore)} → ${megabytes(pageAfter)} MB`,
    );
    expect(serverAfter - serverBefore).toBeLessThan(MOST_GROWTH);
    expect(pageAfter - pageBefore).toBeLessThan(MOST_GROWTH);
    expect(wall.pageErrors).toEqual([]);
    await wall.close();
  }, 180_000);
});
