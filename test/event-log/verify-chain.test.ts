import { Client } from 'pg';
import { dataSourceOn } from '../../src/open-data-source';
import { Database } from '../../src/platform/database/database';
import { type LogEnd, type LogFault, verifyChain } from '../../src/platform/event-log/verify-chain';
import { cloneDatabase } from '../support/database';
import { EventWriter } from '../support/event-writer';

const EVENTS = 5;

let database: Database;
let editor: Client;
let written: LogEnd;
let close: () => Promise<void>;

beforeEach(async () => {
  const { target, drop } = await cloneDatabase();
  database = new Database(await dataSourceOn(target).initialize(), target, () => undefined);
  editor = new Client(target);
  await editor.connect();
  // as somebody works who may do everything
  await editor.query(`set session_replication_role = replica`);
  const writer = new EventWriter(database);
  for (let index = 0; index < EVENTS; index++) {
    await writer.write({});
    await database.query('select from sequence_events()');
  }
  close = async () => {
    await database.close();
    await editor.end();
    await drop();
  };
  written = (await verifyChain(database)).head;
});

afterEach(() => close());

async function faults(kept: LogEnd[] = []): Promise<readonly LogFault[]> {
  return (await verifyChain(database, kept)).faults;
}

/** As one who knows how the chain is made, and whose functions are the database's own. */
const RECOMPUTE = `
  do $$
  declare e event_log; last bytea := sha256('tiendo'::bytea);
  begin
    for e in select * from event_log order by position loop
      update event_log set previous_hash = last, hash_bytes = event_chain_step(null, last, event_canonical(e.position, e.epoch, e.type, e.occurred_at,
        e.actor_id, e.actor_name, e.unit_id, e.programme_id, e.subject_type, e.subject_id, e.audience, e.tags, e.data))
      where position = e.position returning hash_bytes into last;
    end loop;
    update log_head set position = (select max(position) from event_log), hash = last;
  end $$`;
const CUT = `
  delete from event_log where position > 3;
  update log_head set position = 3, hash = (select hash_bytes from event_log where position = 3);`;

test('a whole log has no fault, and its end can be kept elsewhere', async () => {
  expect(written).toEqual({ position: EVENTS, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await verifyChain(database, [written])).toEqual({ events: EVENTS, head: written, faults: [] });
});

test('an empty log has no fault', async () => {
  const { target, drop } = await cloneDatabase();
  const empty = new Database(dataSourceOn(target), target, () => undefined);
  const report = await verifyChain(empty);
  expect(report).toMatchObject({ events: 0, faults: [] });
  expect((await verifyChain(empty, [report.head])).faults).toEqual([]);
  await empty.close();
  await drop();
});

test('ends that were kept are still right when the log has grown', async () => {
  await new EventWriter(database).write({});
  await database.query('select from sequence_events()');
  expect(await faults([written])).toEqual([]);
});

const KEPT = { is: 'KEPT_GONE', position: EVENTS };
const manipulations: [string, string, object[]][] = [
  [
    'an edited event',
    `update event_log set data = '{"name":"forged"}' where position = 2`,
    [{ is: 'BROKEN', position: 2 }],
  ],
  [
    'an event with a hash of its own',
    `update event_log set hash_bytes = sha256('x') where position = 2`,
    [{ is: 'BROKEN', position: 2 }],
  ],
  [
    'an event without a hash',
    `alter table event_log alter hash_bytes drop not null; update event_log set hash_bytes = null where position = 2`,
    [{ is: 'BROKEN', position: 2 }],
  ],
  [
    'an edit under a verifier that was replaced in the database',
    `create or replace function verify_events(after_position bigint, up_to bigint) returns table (broken_position bigint) language sql as 'select 0::bigint where false';
    create or replace function event_canonical(place bigint, epoch integer, type text, occurred_at timestamptz, actor_id uuid, actor_name text, unit_id uuid,
      programme_id uuid, subject_type text, subject_id uuid, audience text, tags text[], data jsonb) returns text language sql as $$ select 'x' $$;
    update event_log set data = '{"name":"forged"}' where position = 2`,
    [{ is: 'BROKEN', position: 2 }],
  ],
  [
    'an event removed from the middle',
    'delete from event_log where position = 3',
    [
      { is: 'BROKEN', position: 4 },
      { is: 'MISSING', position: 1 },
    ],
  ],
  [
    'the first events removed',
    'delete from event_log where position < 3',
    [
      { is: 'BROKEN', position: 3 },
      { is: 'MISSING', position: 1 },
    ],
  ],
  [
    'two events that changed places',
    `update event_log set position = 900001 where position = 2; update event_log set position = 2 where position = 3;
    update event_log set position = 3 where position = 900001`,
    [{ is: 'BROKEN', position: 2 }],
  ],
  [
    'a tail cut off',
    'delete from event_log where position = 5',
    [
      { is: 'MISSING', position: 1 },
      { is: 'HEAD', position: 5 },
      { is: 'KEPT_GONE', position: 5 },
    ],
  ],
  [
    'a head moved back',
    'update log_head set position = 3, hash = (select hash_bytes from event_log where position = 3)',
    [{ is: 'OUTSIDE', position: 4 }, { is: 'CUT', position: 4 }, KEPT],
  ],
  [
    'a head moved back to nothing',
    `update log_head set position = 0, hash = sha256('tiendo')`,
    [{ is: 'OUTSIDE', position: 1 }, { is: 'CUT', position: 1 }, KEPT],
  ],
  ['a head with another hash', `update log_head set hash = sha256('x')`, [{ is: 'HEAD', position: 5 }]],
  ['a tail cut off and the head set to it', CUT, [{ is: 'CUT', position: 4 }, KEPT]],
  [
    'the same, with the batches cut too: only the end that was kept elsewhere tells',
    `${CUT} delete from log_batch where last_position > 3`,
    [KEPT],
  ],
  [
    'a chain that was recomputed: only the end that was kept elsewhere tells',
    `update event_log set data = '{"name":"forged"}' where position = 2; ${RECOMPUTE}`,
    [{ is: 'KEPT_DIFFERS', position: 5 }],
  ],
  [
    'an epoch that falls',
    `update event_log set epoch = 2 where position = 2; update log_head set epoch = 2; ${RECOMPUTE}`,
    [
      { is: 'EPOCH', position: 3 },
      { is: 'KEPT_DIFFERS', position: 5 },
    ],
  ],
  ['an epoch of the head before that of its events', 'update log_head set epoch = 0', [{ is: 'EPOCH', position: 1 }]],
  [
    'an event before the first position',
    `select ensure_event_partition(0);
    create table event_log_before partition of event_log for values from (-10) to (0);
    insert into event_log select (jsonb_populate_record(e, '{"position":-1}')).* from event_log e where position = 1`,
    [{ is: 'OUTSIDE', position: -1 }],
  ],
  ['a head that is gone', 'delete from log_head', [{ is: 'NO_HEAD', position: 0 }]],
];

test.each(manipulations)('found: %s', async (_, sql, expected) => {
  await editor.query(sql);
  expect(await faults([written])).toEqual(expected);
});
