import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What reading needs of the database beside its tables. */
export class Reading1700000000004 implements MigrationInterface {
  name = 'Reading1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    // the form in which texts are searched: without case and accents, đ as d; `searchText` of the program does the same to what is sought
    await runner.query(`
      create function search_text(given text) returns text language sql immutable parallel safe strict
        return translate(regexp_replace(normalize(lower(given collate "vi-x-icu"), NFD), '[\\u0300-\\u036f]', '', 'g'), 'đ', 'd')
    `);
    // a moment is found by its time as well as by its place in the log
    await runner.query('create index log_batch_sequenced_at on log_batch (sequenced_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index log_batch_sequenced_at');
    await runner.query('drop function search_text(text)');
  }
}
