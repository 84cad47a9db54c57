import type { MigrationInterface, QueryRunner } from 'typeorm';

// what nobody sees, and what is a space: the lists of `text-forms.ts`
export const UNSEEN =
  '\\u0001-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f' +
  '\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb' +
  '\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff';
export const SPACES =
  '\\u0009-\\u000d\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u2800\\u3000';

export const TRAITS = 'returns text language sql immutable parallel safe strict';

/** Tables whose rows people look up by a code, and the history of each. */
const CODED = ['unit', 'programme', 'indicator', 'document', 'appendix', 'work_item'];

/** Texts are compared in one form, whatever keyboard wrote them; what is stored stays as it was written. */
export class FormsOfTexts1700000000140 implements MigrationInterface {
  name = 'FormsOfTexts1700000000140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function plain_text(given text) ${TRAITS}
        return btrim(regexp_replace(translate(normalize(regexp_replace(given, '[${UNSEEN}]', '', 'g'), NFC), 'ÐðƉɖ', 'ĐđĐđ'), '[${SPACES}]+', ' ', 'g'), ' ')
    `);
    await runner.query(`
      create function same_text(given text) ${TRAITS} return lower(plain_text(given) collate "vi-x-icu")
    `);
    await runner.query(`
      create or replace function search_text(given text) ${TRAITS}
        return btrim(regexp_replace(translate(
          regexp_replace(normalize(lower(given collate "vi-x-icu"), NFD), '[\\u0300-\\u036f${UNSEEN}]', '', 'g'),
          'đðɖ', 'ddd'), '[${SPACES}]+', ' ', 'g'), ' ')
    `);
    for (const table of CODED) {
      await runner.query(`create index ${table}_plain_code on ${table} (plain_text(code))`);
      await runner.query(
        `create index ${table}_history_plain_code on ${table}_history (plain_text(code), made_epoch, made_by)`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of CODED) {
      await runner.query(`drop index ${table}_history_plain_code`);
      await runner.query(`drop index ${table}_plain_code`);
    }
    await runner.query(`
      create or replace function search_text(given text) ${TRAITS}
        return translate(regexp_replace(normalize(lower(given collate "vi-x-icu"), NFD), '[\\u0300-\\u036f]', '', 'g'), 'đ', 'd')
    `);
    await runner.query('drop function same_text(text)');
    await runner.query('drop function plain_text(text)');
  }
}
