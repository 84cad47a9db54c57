import type { LogReach } from '../../src/platform/event-log/bus';
import { NotifyBus } from '../../src/platform/event-log/notify-bus';
import { startOfStream } from '../../src/platform/operations/start-of-stream';
import { cloneDatabase, type TestTarget } from '../support/database';
import { LogProcess, NEVER_MS } from '../support/processes/log-process';

let target: TestTarget;
let drop: () => Promise<void>;
let ahead: LogProcess;
let behind: LogProcess;
let tellTheOneBehind: (reach: LogReach) => void;

beforeAll(async () => {
  ({ target, drop } = await cloneDatabase());
  ahead = await LogProcess.start(target, (database, onError) => new NotifyBus(database, onError), NEVER_MS);
  const heldBack = {
    start: (onReach: typeof tellTheOneBehind) => {
      tellTheOneBehind = onReach;
      return Promise.resolve();
    },
    announce: () => undefined,
    stop: () => Promise.resolve(),
  };
  behind = await LogProcess.start(target, () => heldBack, NEVER_MS);
});

afterAll(async () => {
  await ahead.stop();
  await behind.stop();
  await drop();
});

test('a cursor that another process gave out a moment ago is waited for, not refused', async () => {
  await ahead.write(3);
  const starting = startOfStream(behind, '1.3');
  tellTheOneBehind({ epoch: 1, first: 1, last: 3 });
  expect(await starting).toEqual({ epoch: 1, position: 3 });
});

test('a cursor that nobody gave out is refused after a while', async () => {
  await expect(startOfStream(behind, '1.4')).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
});
