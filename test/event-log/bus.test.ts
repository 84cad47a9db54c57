import fc from 'fast-check';
import { type Bus, type LogReach, readReach } from '../../src/platform/event-log/bus';
import { cloneDatabase, type TestTarget } from '../support/database';
import { LogProcess, upTo } from '../support/processes/log-process';
import { sized } from '../support/size';

/** What happens to one word on its way to one process. */
type Fate = 'arrives' | 'is lost' | 'comes twice' | 'comes after the next one' | 'comes again at the end';

const FATES: readonly Fate[] = [
  'arrives',
  'is lost',
  'comes twice',
  'comes after the next one',
  'comes again at the end',
];

/** Connects the processes of a test, and does to their words what the test wants. */
class Network {
  private readonly listeners = new Set<(reach: LogReach) => void>();
  private readonly late: (() => void)[] = [];
  private readonly last: (() => void)[] = [];
  private fates: Fate[] = [];

  makeBus(): Bus {
    let own: (reach: LogReach) => void;
    return {
      start: (onReach) => {
        own = onReach;
        this.listeners.add(onReach);
        return Promise.resolve();
      },
      announce: (reach) => {
        for (const listener of this.listeners) if (listener !== own) this.carry(() => listener(reach));
      },
      stop: () => {
        this.listeners.delete(own);
        return Promise.resolve();
      },
    };
  }

  /** Words to come meet these fates in turn; those after them arrive. */
  mistreat(fates: readonly Fate[]): void {
    this.fates = [...fates];
  }

  /** Brings what is still on its way. */
  end(): void {
    for (const deliver of [...this.late.splice(0), ...this.last.splice(0)]) deliver();
  }

  private carry(deliver: () => void): void {
    const fate = this.fates.shift() ?? 'arrives';
    const delayed = this.late.splice(0);
    if (fate === 'comes after the next one') this.late.push(deliver);
    else if (fate !== 'is lost') deliver();
    if (fate === 'comes twice') deliver();
    if (fate === 'comes again at the end') this.last.push(deliver);
    for (const deliverLate of delayed) deliverLate();
  }
}

let target: TestTarget;
let drop: () => Promise<void>;
let network: Network;
let processes: LogProcess[];

beforeAll(async () => {
  ({ target, drop } = await cloneDatabase());
  network = new Network();
  processes = [];
  for (let index = 0; index < 3; index++) {
    processes.push(await LogProcess.start(target, () => network.makeBus(), 200));
  }
});

afterAll(async () => {
  await Promise.all(processes.map((process) => process.stop()));
  await drop();
});

test('whatever the bus loses, repeats and disorders, each process gets every event once and in order', async () => {
  const writes = fc.array(fc.record({ process: fc.nat(2), count: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: 8,
  });
  const fates = fc.array(fc.constantFrom(...FATES), { maxLength: 16 });
  let written = 0;
  await fc.assert(
    fc.asyncProperty(writes, fates, async (steps, mistreatment) => {
      network.mistreat(mistreatment);
      // some at once, as processes write
      await Promise.all(steps.map(({ process, count }) => processes[process]!.write(count)));
      network.end();
      written += steps.reduce((sum, { count }) => sum + count, 0);
      for (const process of processes) {
        await process.reaches(written);
        expect(process.delivered).toEqual(upTo(written));
      }
    }),
    // what is in the log stays in the log: a failing run cannot be tried again on the same database
    { numRuns: sized(8, 25), seed: 20231114, endOnFailure: true },
  );
  expect(processes.map(({ errors }) => errors)).toEqual([[], [], []]);
});

describe('of what stands on a bus only whole words count', () => {
  test.each(['', 'x', 'null', '[]', '{}', '{"epoch":1}', '{"epoch":1,"last":"2"}', '{"epoch":1,"last":1e300}'])(
    '%j is none',
    (text) => expect(readReach(text)).toBeNull(),
  );

  test('the words of sequence_events() are', () => {
    expect(readReach('{"epoch" : 1, "first" : 2, "last" : 3}')).toEqual({ epoch: 1, first: 2, last: 3 });
  });
});
