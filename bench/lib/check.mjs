import { CONTENDERS } from '../contenders/index.mjs';
import { ask } from './ask.mjs';

/** How far two numbers may lie apart: an average has sixteen digits in one server's text, and six decimals in another's. */
const TOLERANCE = 1e-6;

/**
 * Asks every contender once and compares its answer, in the limit's words, with the limit's (a write: with what was sent). Gives those to be
 * measured, and notes about those left out: only tiendo may refuse (a schema that does not have the fields yet). Throws, naming contender and place,
 * when an answer differs.
 */
export async function check(orders, workload, facts, contenders = CONTENDERS) {
  const limit = CONTENDERS.find(({ name }) => name === 'limit');
  const read = workload.writes ? null : await answerOf(orders, workload, facts, limit);
  const measured = [];
  const notes = [];
  const asked = contenders.filter(({ name }) => workload.only?.includes(name) ?? true);
  for (const contender of asked) {
    const { refusal, value, place } = await answerOf(orders, workload, facts, contender);
    if (refusal !== undefined) {
      notes.push(`${workload.name}: ${contender.name} is left out, its schema refuses the operation (${refusal}).`);
      continue;
    }
    // what is written is another report each time, and answered as it was sent
    const expected = read === null ? workload.expected(place) : read.value;
    const difference = firstDifference(expected, value, 'data');
    if (difference !== null) throw new Error(`${contender.name} answers ${workload.name} wrongly: ${difference}`);
    measured.push(contender);
  }
  return { measured, notes };
}

async function answerOf(orders, workload, facts, contender) {
  const request = orders.single(contender, workload);
  const { status, data, errors } = await ask(request);
  if (contender.dialect === 'tiendo' && status === 400 && errors !== undefined) return { refusal: errors[0].message };
  if (status !== 200 || errors !== undefined || data == null) {
    throw new Error(
      `${contender.name} does not answer ${workload.name} (${status}): ${JSON.stringify(errors ?? data)}`,
    );
  }
  return { value: workload[contender.dialect].canonical(data, facts), place: request.place };
}

/** Where two values differ first, in words; null when they do not. */
export function firstDifference(expected, actual, path) {
  if (Object.is(expected, actual)) return null;
  if (typeof expected === 'number' && typeof actual === 'number') {
    const distance = Math.abs(expected - actual);
    return distance <= TOLERANCE * Math.max(1, Math.abs(expected)) ? null : told(expected, actual, path);
  }
  if (!isContainer(expected) || !isContainer(actual) || Array.isArray(expected) !== Array.isArray(actual))
    return told(expected, actual, path);
  const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  for (const key of keys) {
    const difference = firstDifference(expected[key], actual[key], `${path}.${key}`);
    if (difference !== null) return difference;
  }
  return null;
}

function told(expected, actual, path) {
  return `at ${path} it has ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}.`;
}

function isContainer(value) {
  return value !== null && typeof value === 'object';
}
