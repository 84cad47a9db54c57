import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was written under a caller's key, so that a retry gets the first answer. */
export class IdempotencyKeys1700000000002 implements MigrationInterface {
  name = 'IdempotencyKeys1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_key (
        account_id uuid not null references account (id) on delete cascade,
        mutation text not null,
        key text not null,
        content_hash bytea not null,
        written jsonb,
        txid xid8,
        created_at timestamptz not null default clock_timestamp(),
        primary key (account_id, mutation, key)
      );
      create index idempotency_key_age on idempotency_key (created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table idempotency_key');
  }
}
