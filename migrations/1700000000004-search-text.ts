import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The form in which texts are searched: without case and accents, đ as d. `searchText` of the program does the same to what is sought. */
export class SearchText1700000000004 implements MigrationInterface {
  name = 'SearchText1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function search_text(given text) returns text language sql immutable parallel safe strict
        return translate(regexp_replace(normalize(lower(given collate "vi-x-icu"), NFD), '[\\u0300-\\u036f]', '', 'g'), 'đ', 'd')
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function search_text(text)');
  }
}
