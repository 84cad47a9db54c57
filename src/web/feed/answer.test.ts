import fc from 'fast-check';
import { createPatch } from 'rfc6902';
import { type Answer, takeMessage } from './answer';
import type { WireResult } from './wire';

const held: Answer = { data: { live: { title: 'cũ' } }, errors: [], hash: 'h1', cursor: '1.1' };
const patch = [{ op: 'replace' as const, path: '/live/title', value: 'mới' }];

describe('a message of a live query', () => {
  it('with data is the answer', () => {
    const message = { data: { live: { title: 'mới' } }, extensions: { cursor: '1.2', hash: 'h2' } };
    const answer = { data: { live: { title: 'mới' } }, errors: [], hash: 'h2', cursor: '1.2' };
    expect(takeMessage(null, message)).toEqual({ kind: 'full', answer });
    expect(takeMessage(held, message)).toEqual({ kind: 'full', answer });
  });

  it('of a server that knows nothing of hashes is the answer too', () => {
    const answer = { data: { live: {} }, errors: [], hash: null, cursor: null };
    expect(takeMessage(null, { data: { live: {} } })).toEqual({ kind: 'full', answer });
  });

  it('with errors is an answer without all of its data', () => {
    const errors = [{ message: 'không được xem' }];
    expect(takeMessage(held, { data: null, errors })).toMatchObject({ kind: 'full', answer: { data: null, errors } });
    expect(takeMessage(held, { errors })).toMatchObject({ kind: 'full', answer: { data: null, errors } });
  });

  it('that the answer is unchanged leaves the very same data', () => {
    const step = takeMessage(held, { extensions: { cursor: '1.5', hash: 'h1', unchanged: true } });
    expect(step).toEqual({ kind: 'unchanged', answer: { ...held, cursor: '1.5' } });
    expect(step.kind !== 'useless' && step.answer.data).toBe(held.data);
  });

  it('with a patch on the answer at hand leads to the next one, which has no errors', () => {
    const withErrors: Answer = { ...held, errors: [{ message: 'tạm thời' }] };
    expect(takeMessage(withErrors, { extensions: { cursor: '1.2', hash: 'h2', base: 'h1', patch } })).toEqual({
      kind: 'patched',
      answer: { data: { live: { title: 'mới' } }, errors: [], hash: 'h2', cursor: '1.2' },
    });
    expect(held.data).toEqual({ live: { title: 'cũ' } });
  });

  it.each([
    ['a patch on another answer', held, { hash: 'h3', base: 'h2', patch }],
    ['a patch without an answer at hand', null, { hash: 'h2', base: 'h1', patch }],
    [
      'a patch that does not fit',
      held,
      { hash: 'h2', base: 'h1', patch: [{ op: 'remove' as const, path: '/live/x' }] },
    ],
    ['"unchanged" about another answer', held, { hash: 'h2', unchanged: true }],
    ['"unchanged" without an answer at hand', null, { hash: 'h1', unchanged: true }],
    ['nothing at all', held, {}],
  ])('is of no use when it is %s', (_case, before, extensions) => {
    expect(takeMessage(before, { extensions })).toEqual({ kind: 'useless' });
  });
});

describe('whatever is lost, repeated or disordered on the way', () => {
  const title = fc.record({ title: fc.string(), items: fc.array(fc.nat(3), { maxLength: 4 }) });
  const forms = fc.array(fc.record({ number: fc.nat(), isPatch: fc.boolean() }), { maxLength: 40 });

  it('the answer at hand is always one that the server gave under that hash', () => {
    fc.assert(
      fc.property(fc.array(title, { minLength: 2 }), forms, (given, sent) => {
        const message = (number: number, isPatch: boolean): WireResult => {
          const live = given[number]!;
          const extensions = { hash: `h${number}`, cursor: `1.${number}` };
          if (!isPatch || number === 0) return { data: { live }, extensions };
          const patch = createPatch({ live: given[number - 1] }, { live });
          return { extensions: { ...extensions, base: `h${number - 1}`, patch } };
        };
        let answer: Answer | null = null;
        for (const { number, isPatch } of sent) {
          const step = takeMessage(answer, message(number % given.length, isPatch));
          answer = step.kind === 'useless' ? null : step.answer;
          if (answer !== null) expect(answer.data).toEqual({ live: given[Number(answer.hash!.slice(1))] });
        }
      }),
    );
  });
});
