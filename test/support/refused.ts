import type { ApiClient } from './api-client';
import type { DatabaseView } from './database-view';
import { mutate } from './payload';
import type { UserErrorShape } from './report-operations';

const VIETNAMESE = /[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i;
const QUOTED = /“[^”]*”/g;

/** Words with which a message tells the way out; one about rights tells whose matter it is. */
const WAY_OUT = /hãy|phải|chỉ|không được|muốn|thuộc về|bước tiếp theo/i;

/** One refusal: who sends what, which points are refused, and what both messages name so that the reader can act. */
export interface Refused {
  readonly name: string;
  readonly mutation: string;
  readonly input: object;
  readonly refused: readonly (readonly [code: string, path: string])[];
  readonly names?: readonly [vi: RegExp, en: RegExp];
  /** Names from the data that the messages name without quotation marks: Vietnamese in both languages. */
  readonly quoted?: readonly string[];
}

/** A refusal in one line: what is sent, and the points that are refused, as `CODE path`. */
export type RefusedPoints = readonly [
  mutation: string,
  input: object,
  points: readonly string[],
  names?: readonly [vi: RegExp, en: RegExp],
  quoted?: readonly string[],
];

/** What a refusal answers, as far as every refusal is alike. */
export interface RefusedPayload {
  readonly cursor: string | null;
  readonly userErrors: readonly UserErrorShape[];
}

/** Expects a mutation to be refused at exactly these points, in both languages, and to write nothing at all. */
export function expectRefused(view: DatabaseView, client: ApiClient, given: Refused): Promise<void> {
  return expectRefusedBy(view, (language) => mutate(client, given.mutation, given.input, '', language), given);
}

/** The same with the points written as `CODE path`. */
export function expectPoints(
  view: DatabaseView,
  client: ApiClient,
  [mutation, input, points, names, quoted = []]: RefusedPoints,
): Promise<void> {
  const refused = points.map((point) => point.split(' ') as [string, string]);
  return expectRefused(view, client, { name: '', mutation, input, refused, quoted, ...(names && { names }) });
}

/** The same of whatever sends it; gives both answers, for what a mutation of its own answers beside. */
export async function expectRefusedBy<Answer extends RefusedPayload>(
  view: DatabaseView,
  send: (language: string) => Promise<Answer>,
  given: Pick<Refused, 'refused' | 'names' | 'quoted'>,
  beside: (answer: Answer) => void = () => undefined,
): Promise<void> {
  const before = await view.everything();
  const [vi, en] = [await send('vi'), await send('en-GB,en;q=0.9,vi;q=0.5')];
  expect(await view.everything()).toEqual(before);
  for (const answer of [vi, en]) {
    expect(pointsOf(answer.userErrors)).toEqual(given.refused.map((point) => point.join(' ')));
    expect(answer.cursor).toBeNull();
    beside(answer);
  }
  vi.userErrors.forEach(({ message }, index) => {
    expectWords(message, en.userErrors[index]!.message, given.quoted ?? []);
  });
  if (given.names === undefined) return;
  expect(wordsOf(vi.userErrors)).toMatch(given.names[0]);
  expect(wordsOf(en.userErrors)).toMatch(given.names[1]);
}

/** What was refused, as `CODE path`. */
function pointsOf(userErrors: readonly UserErrorShape[]): string[] {
  return userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
}

function wordsOf(userErrors: readonly UserErrorShape[]): string {
  return userErrors.map(({ message }) => message).join(' ');
}

function expectWords(vi: string, en: string, quoted: readonly string[]): void {
  expect(vi).toMatch(/^[“\p{Lu}\d].*\.$/su);
  expect(en).toMatch(/^[“A-Z\d].*\.$/s);
  expect(vi).toMatch(VIETNAMESE);
  // what is quoted (names) may be Vietnamese, words are not
  const own = quoted.reduce((text, name) => text.replaceAll(name, ''), en).replace(QUOTED, '');
  expect(own).not.toMatch(VIETNAMESE);
  for (const message of [vi, en]) expect(message.replace(QUOTED, '')).not.toMatch(/["“”]/);
  expect(vi).toMatch(WAY_OUT);
}
