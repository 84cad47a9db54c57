const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const quick = require('./jest.config.js');

// read by test/support/size.ts; the processes that run the tests inherit it
process.env.TEST_SIZE = 'long';

const sized = readdirSync(join(__dirname, 'test'), { recursive: true })
  .map((name) => join(__dirname, 'test', name))
  .filter((file) => file.endsWith('.test.ts'))
  .filter((file) => file.endsWith('.long.test.ts') || /support\/size'/.test(readFileSync(file, 'utf8')));

/** The long run: what is only in it (`*.long.test.ts`), and whatever has two sizes, at its full one. */
module.exports = {
  ...quick,
  roots: ['<rootDir>/test'],
  testMatch: sized,
  testPathIgnorePatterns: [],
};
