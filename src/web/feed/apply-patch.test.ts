import fc from 'fast-check';
import { createPatch, type Operation } from 'rfc6902';
import { applyPatch, PatchError } from './apply-patch';

const names = fc.oneof(fc.constantFrom('live', 'nodes', 'title', 'a/b', 'c~d', '0'), fc.string({ maxLength: 4 }));
const { answer } = fc.letrec((tie) => ({
  answer: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false, 0, 62.5, '', 'Đúng tiến độ'),
    fc.array(tie('answer'), { maxLength: 4 }),
    fc.dictionary(names, tie('answer'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

/** All objects and lists of an answer by their path. */
function partsOf(value: unknown, path = ''): [string, object][] {
  if (typeof value !== 'object' || value === null) return [];
  return [[path, value], ...Object.entries(value).flatMap(([key, part]) => partsOf(part, `${path}/${key}`))];
}

function deepFreeze<Value>(value: Value): Value {
  for (const [, part] of partsOf(value)) Object.freeze(part);
  return value;
}

describe('a patch', () => {
  it('made from any answer to any other leads there, and changes nothing of the first', () => {
    fc.assert(
      fc.property(answer, answer, (before, after) => {
        const copy = structuredClone(before);
        expect(applyPatch(deepFreeze(before), createPatch(before, after))).toEqual(after);
        expect(before).toEqual(copy);
      }),
      { numRuns: 1_000 },
    );
  });

  it('leaves what it does not touch the very same', () => {
    const before = { live: { items: [{ code: '07-01', percent: 62 }, { code: '07-02' }], targets: [{ number: '1' }] } };
    const patch: Operation[] = [{ op: 'replace', path: '/live/items/0/percent', value: 64.5 }];
    const after = applyPatch(before, patch) as typeof before;
    expect(after.live.items[0]).toEqual({ code: '07-01', percent: 64.5 });
    expect(after.live.items[1]).toBe(before.live.items[1]);
    expect(after.live.targets).toBe(before.live.targets);
  });

  it('may move and copy', () => {
    const before = deepFreeze({ a: [{ n: 1 }, { n: 2 }], b: {} });
    const patch: Operation[] = [
      { op: 'move', from: '/a/0', path: '/b/moved' },
      { op: 'copy', from: '/a/0', path: '/b/copied' },
      { op: 'replace', path: '/b/copied/n', value: 3 },
    ];
    expect(applyPatch(before, patch)).toEqual({ a: [{ n: 2 }], b: { moved: { n: 1 }, copied: { n: 3 } } });
  });

  it('may put another answer in the place of the whole', () => {
    expect(applyPatch(null, [{ op: 'replace', path: '', value: { live: {} } }])).toEqual({ live: {} });
  });

  it.each<[string, Operation]>([
    ['leads to something that is not there', { op: 'replace', path: '/live/gone/title', value: 1 }],
    ['takes away something that is not there', { op: 'remove', path: '/live/gone' }],
    ['leads past the end of a list', { op: 'add', path: '/live/items/7', value: 1 }],
    ['finds something else than it expects', { op: 'test', path: '/live/items/0', value: 2 }],
    ['leads through a name that JavaScript keeps to itself', { op: 'add', path: '/live/constructor/x', value: 1 }],
  ])('that %s is refused as a whole', (_case, operation) => {
    const before = deepFreeze({ live: { items: [1] } });
    const first: Operation = { op: 'add', path: '/live/first', value: 1 };
    expect(() => applyPatch(before, [first, operation])).toThrow(PatchError);
    expect(before).toEqual({ live: { items: [1] } });
  });
});
