import { keepPlaces, type Row } from './keep-places';

interface Named {
  id: string;
  version: number;
}
const named = (...ids: string[]): Named[] => ids.map((id) => ({ id, version: 1 }));
const told = (rows: readonly Row<Named>[]) => rows.map(({ item, isGone }) => `${item.id}${isGone ? ' gone' : ''}`);

describe('rows under a finger', () => {
  const shown = keepPlaces<Named>([], named('a', 'b', 'c'));

  it('stay where they are when one before them leaves the list', () => {
    expect(told(keepPlaces(shown, named('b', 'c')))).toEqual(['a gone', 'b', 'c']);
  });

  it('stay where they are when the list brings an older one', () => {
    expect(told(keepPlaces(shown, named('z', 'a', 'b', 'c')))).toEqual(['a', 'b', 'c', 'z']);
  });

  it('show what is new about them, and come back to life', () => {
    const gone = keepPlaces(shown, named('b'));
    const back = keepPlaces(gone, [{ id: 'a', version: 2 }, ...named('b', 'c')]);
    expect(told(back)).toEqual(['a', 'b', 'c']);
    expect(back[0]?.item.version).toBe(2);
  });

  it('are put in order when nobody points at them', () => {
    expect(told(keepPlaces(keepPlaces(shown, named('c')), named('z', 'c'), true))).toEqual(['z', 'c']);
  });
});
