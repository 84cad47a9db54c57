// Counts what holds and what does not, and says each.
import { writeFileSync } from 'node:fs';

/** Checks that have not been made yet. */
export function startChecks() {
  const counts = { passed: 0, failed: 0 };
  const fail = (name, error) => {
    counts.failed += 1;
    console.error(`✗ ${name}: ${error instanceof Error ? error.message : String(error)}`);
  };
  const check = async (name, prove) => {
    try {
      await prove();
      counts.passed += 1;
      console.log(`✓ ${name}`);
    } catch (error) {
      fail(name, error);
    }
  };
  const report = (subject, summary) => {
    console.log(`${subject}: ${counts.passed} passed, ${counts.failed} failed`);
    if (summary !== undefined) writeFileSync(summary, JSON.stringify(counts));
    process.exitCode = counts.failed === 0 ? 0 : 1;
  };
  return { check, fail, report };
}

/** Throws unless both are the same. */
export function equal(found, wanted, hint = '') {
  if (found !== wanted) throw new Error(`${String(found)} instead of ${String(wanted)} ${hint}`);
}
