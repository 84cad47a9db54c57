import type { ApiClient } from './api-client';
import type { DatabaseView } from './database-view';
import { mutate } from './payload';

const VIETNAMESE = /[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i;

/** One refusal: who sends what, which points are refused, and what both messages name so that the reader can act. */
export interface Refused {
  readonly name: string;
  readonly mutation: string;
  readonly input: object;
  readonly refused: readonly (readonly [code: string, path: string])[];
  readonly names?: readonly [vi: RegExp, en: RegExp];
  /** Names from the data that the messages quote: Vietnamese in both languages. */
  readonly quoted?: readonly string[];
}

/** Expects a mutation to be refused at exactly these points, in both languages, and to write nothing at all. */
export async function expectRefused(view: DatabaseView, client: ApiClient, given: Refused): Promise<void> {
  const before = await view.everything();
  const [vi, en] = [
    await mutate(client, given.mutation, given.input, '', 'vi'),
    await mutate(client, given.mutation, given.input, '', 'en'),
  ];
  expect(await view.everything()).toEqual(before);
  for (const { userErrors, cursor } of [vi, en]) {
    expect(userErrors.map(({ code, path }) => [code, path.join('.')])).toEqual(given.refused);
    expect(cursor).toBeNull();
  }
  vi.userErrors.forEach(({ message }, index) => {
    expect(message).toMatch(VIETNAMESE);
    expect(message).toMatch(/\.$/);
    expect(en.userErrors[index]!.message).toMatch(/^[A-Z].*\.$/);
    const own = (given.quoted ?? []).reduce((text, name) => text.replaceAll(name, ''), en.userErrors[index]!.message);
    expect(own).not.toMatch(VIETNAMESE);
  });
  if (given.names === undefined) return;
  expect(vi.userErrors[0]!.message).toMatch(given.names[0]);
  expect(en.userErrors[0]!.message).toMatch(given.names[1]);
}
