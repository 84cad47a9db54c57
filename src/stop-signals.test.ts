import { EventEmitter } from 'node:events';
import { listenForStop, unlessStopped } from './stop-signals';

function listening() {
  const source = new EventEmitter();
  const time = { now: 1_000 };
  const exits: number[] = [];
  const stop = listenForStop(
    ['SIGINT', 'SIGTERM'],
    source,
    () => time.now,
    (code) => exits.push(code),
  );
  const send = (signal: NodeJS.Signals, at: number): void => {
    time.now = at;
    source.emit(signal, signal);
  };
  const state = () => [stop.asked.aborted, stop.hurried.aborted, exits];
  return { stop, send, state };
}

test('nothing is asked before a signal comes', () => {
  expect(listening().state()).toEqual([false, false, []]);
});

test('a second signal within two seconds is the same one, whatever its name', () => {
  const { stop, send, state } = listening();
  send('SIGINT', 1_000);
  send('SIGTERM', 1_100);
  send('SIGINT', 2_999);
  expect(state()).toEqual([true, false, []]);
  expect(stop.asked.reason).toBe('SIGINT');
});

test('a later one hurries, and only one later still ends at once', () => {
  const { send, state } = listening();
  send('SIGINT', 1_000);
  send('SIGINT', 3_000);
  expect(state()).toEqual([true, true, []]);
  send('SIGINT', 4_999);
  expect(state()).toEqual([true, true, []]);
  send('SIGINT', 5_000);
  expect(state()).toEqual([true, true, [1]]);
});

test('work is waited for until a stop is asked for', async () => {
  const { stop, send } = listening();
  await expect(unlessStopped(Promise.resolve(7), stop.asked)).resolves.toBe(7);
  const waiting = unlessStopped(new Promise<never>(() => undefined), stop.asked);
  send('SIGTERM', 1_000);
  await expect(waiting).rejects.toThrow('SIGTERM');
  await expect(unlessStopped(new Promise<never>(() => undefined), stop.asked)).rejects.toThrow('SIGTERM');
});
