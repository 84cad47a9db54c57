import { OUTBOX_COLUMNS, OUTBOX_NAMES } from '../../event-log/outbox-row';
import type { BatchedWrites } from './batched-command';

/** What every command asks by, beside what its kind does. */
const ASKED = { n: 'integer', account_id: 'uuid', mutation: 'text', key: 'text' };

/** What every change holds, beside what its kind writes. */
const CHANGED = {
  n: 'integer',
  turn_id: 'uuid',
  version: 'text',
  account_id: 'uuid',
  mutation: 'text',
  key: 'text',
  content_hash: 'text',
  written: 'jsonb',
  events: 'jsonb',
};

/** The two statements of a kind, each with one parameter: a JSON array with an object for each command, by the names of columns. */
export interface BatchStatements {
  /** Gives `n`, `turnId`, `version`, `remembered` and the facts of each that asks. */
  readonly load: string;
  /** Gives `n` and `txid` of each that was written: those whose row of turns is still the one that was loaded. One statement, so whole or not at all. */
  readonly write: string;
}

/** Puts a kind's statements together. */
export function batchStatements({ asked, from, turn, facts, changed, take, writes }: BatchedWrites): BatchStatements {
  const loaded = Object.entries(facts).map(([name, sql]) => `${sql} as "${name}"`);
  return {
    load: `with asked as materialized (select * from ${recordset('$1', { ...ASKED, ...asked })})
      select asked.n, ${turn}.id as "turnId", ${turn}.xmin::text as version,
        (select json_build_object('contentHash', encode(k.content_hash, 'hex'), 'written', k.written, 'txid', k.txid)
          from idempotency_key k where k.account_id = asked.account_id and k.mutation = asked.mutation and k.key = asked.key) as remembered,
        ${loaded.join(', ')}
      from ${from}`,
    write: `with change as materialized (select * from ${recordset('$1', { ...CHANGED, ...changed })}),
      taken as (${take}),
      ${Object.entries(writes)
        .map(([name, sql]) => `${name} as (${sql}),`)
        .join('\n')}
      said as (insert into outbox (${OUTBOX_NAMES}) select ${OUTBOX_NAMES}
        from taken join change using (n), rows from (jsonb_to_recordset(change.events) as (${OUTBOX_COLUMNS})) with ordinality order by n, ordinality),
      kept as (insert into idempotency_key (account_id, mutation, key, content_hash, written, txid)
        select account_id, mutation, key, decode(content_hash, 'hex'), written, pg_current_xact_id()
        from taken join change using (n) where key is not null)
      select n, pg_current_xact_id()::text as txid from taken`,
  };
}

function recordset(parameter: string, types: Readonly<Record<string, string>>): string {
  return `jsonb_to_recordset(${parameter}::jsonb) as given(${columns(types)})`;
}

function columns(types: Readonly<Record<string, string>>): string {
  return Object.entries(types)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');
}
