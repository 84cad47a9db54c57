import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Epoch 0 is what was before the log: what a database is loaded with may have a past, whose batches hold no event. They are counted for themselves,
 * their times are those of the rows and are not shifted with the clock.
 */
export class BeforeTheLog1700000000061 implements MigrationInterface {
  name = 'BeforeTheLog1700000000061';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table log_batch drop constraint log_batch_pkey;
      alter table log_batch add primary key (epoch, last_position);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from log_batch where epoch = 0;
      alter table log_batch drop constraint log_batch_pkey;
      alter table log_batch add primary key (last_position);
    `);
  }
}
