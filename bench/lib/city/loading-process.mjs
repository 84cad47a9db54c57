// loading-process.mjs <database url> <programmes> <password>: loads a city in a process of its own, so that its memory is nobody else's. Tells progress and, at
// the end, what it took, to the process that started it.
import '../../contenders/with-parent.mjs';
import { ofProgram } from './program.mjs';

const { dataSourceOn } = ofProgram('open-data-source');
const { Database } = ofProgram('platform/database/database');
const { openInstallation } = ofProgram('platform/database/installation');
const { migrate } = ofProgram('platform/database/migrate');

/** All five years are over, and the last quarter's reports are in. */
const STARTS_AT = new Date('2026-02-16T08:00:00+07:00');

const [url, programmes, password] = process.argv.slice(2);
const { loadCity } = await import('./load-city.mjs');
const target = { url };
const dataSource = dataSourceOn(target);
await migrate(dataSource, target);
const database = new Database(dataSource, target, (error) => console.error(error.message));
await openInstallation(database, STARTS_AT);
const began = performance.now();
await loadCity(database, Number(programmes), password, (done, total, what) =>
  process.send({ done, total, what, rssKiB: Math.round(process.memoryUsage.rss() / 1024) }),
);
const seconds = (performance.now() - began) / 1000;
await database.close();
process.send({ seconds, peakKiB: process.resourceUsage().maxRSS }, () => process.disconnect());
