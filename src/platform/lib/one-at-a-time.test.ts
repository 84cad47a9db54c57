import { oneAtATime } from './one-at-a-time';

test('who asks while the work is under way shares it, who asks later has it done again', async () => {
  let [begun, end] = [0, (): void => undefined];
  const ask = oneAtATime(() => {
    begun += 1;
    return new Promise<number>((resolve) => {
      end = () => resolve(begun);
    });
  });
  const asked = Array.from({ length: 100 }, () => ask());
  end();
  expect(new Set(await Promise.all(asked))).toEqual(new Set([1]));
  const later = ask();
  end();
  expect(await later).toBe(2);
});

test('work that failed is tried again', async () => {
  let tries = 0;
  const ask = oneAtATime(() => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('away')) : Promise.resolve(tries);
  });
  await expect(Promise.all([ask(), ask()])).rejects.toThrow('away');
  expect(await ask()).toBe(2);
});
