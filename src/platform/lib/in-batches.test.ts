import { inBatches } from './in-batches';

/** Work that ends when it is told to, and notes what it was for. */
class Held {
  readonly batches: number[][] = [];
  private readonly ends: ((error?: Error) => void)[] = [];

  readonly work = (asked: readonly number[]): Promise<number[]> =>
    new Promise((resolve, reject) => {
      this.batches.push([...asked]);
      this.ends.push((error) => (error === undefined ? resolve(asked.map((one) => one * 10)) : reject(error)));
    });

  end(index: number, error?: Error): void {
    this.ends[index]!(error);
  }
}

test('who asks while there is room is worked for at once; the others go together, each with the answer to what it asked', async () => {
  const held = new Held();
  const ask = inBatches(held.work, { atOnce: 2, most: 3 });
  const answers = [1, 2, 3, 4, 5, 6].map(ask);
  expect(held.batches).toEqual([[1], [2]]);
  held.end(1);
  expect(await answers[1]).toBe(20);
  expect(held.batches).toEqual([[1], [2], [3, 4, 5]]);
  held.end(2);
  held.end(0);
  expect(await Promise.all([answers[0], ...answers.slice(2, 5)])).toEqual([10, 30, 40, 50]);
  held.end(3);
  expect(await answers[5]).toBe(60);
});

test('a failure is that of those it was for, and the next ones go on', async () => {
  const held = new Held();
  const ask = inBatches(held.work, { atOnce: 1, most: 10 });
  const [first, second] = [ask(1), ask(2)];
  held.end(0, new Error('away'));
  await expect(first).rejects.toThrow('away');
  held.end(1);
  expect(await second).toBe(20);
});
