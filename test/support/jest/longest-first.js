const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** Test files that take longest, the longest first. */
const LONGEST = [
  'faults/counted-bytes.long',
  'faults/bounded-memory.long',
  'web/programme',
  'web/programme-changes.long',
  'database/bundled-postgres-crashes.long',
  'database/bundled-postgres',
  'live/cluster',
  'faults/stop-signals',
  'event-log/verify-log',
  'web/report',
  'access/mutation-rights',
  'live/every-list',
  'faults/kill-server',
  'web/drafts.long',
  'reader/paging',
  'reader/changes-of-relations.long',
  'web/screen',
  'reader/reader',
  'api/every-field',
  'feed/package',
  'access/retries',
  'web/queue.long',
  'web/views.long',
  'reader/made-operations',
  'event-log/stream',
  'live/drain',
];

/**
 * The order of test files: jest's own, but the longest come first. Where no run has been measured yet, as in a fresh clone, jest goes by the size of the files;
 * then one of these starts last, and one core waits for it.
 */
class LongestFirst extends Sequencer {
  sort(tests) {
    const ranks = new Map(LONGEST.map((name, rank) => [pathOf(name), rank]));
    const rankOf = ({ path }) => ranks.get(path) ?? LONGEST.length;
    return super.sort(tests).sort((one, other) => rankOf(one) - rankOf(other));
  }
}

function pathOf(name) {
  const path = join(__dirname, '..', '..', `${name}.test.ts`);
  if (!existsSync(path)) throw new Error(`There is no ${path}: longest-first.js names a test file that has moved.`);
  return path;
}

module.exports = LongestFirst;
