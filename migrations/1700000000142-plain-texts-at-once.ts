import type { MigrationInterface, QueryRunner } from 'typeorm';

// the lists of the first version
const UNSEEN =
  '\\u0001-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f' +
  '\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb' +
  '\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff';
const SPACES = '\\u0009-\\u000d\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u2800\\u3000';

const TRAITS = 'returns text language sql immutable parallel safe strict';
const PLAINLY = `btrim(regexp_replace(translate(normalize(regexp_replace(given, '[${UNSEEN}]', '', 'g'), NFC), 'ÐðƉɖ', 'ĐđĐđ'), '[${SPACES}]+', ' ', 'g'), ' ')`;

/**
 * What is plain as it stands, as most codes are, is given back as it is. Where each row's code is brought into its form, that was most of a statement: a filter of thirty streams of
 * events on their programme's code took 53 ms instead of 6.
 */
export class PlainTextsAtOnce1700000000142 implements MigrationInterface {
  name = 'PlainTextsAtOnce1700000000142';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create or replace function plain_text(given text) ${TRAITS}
         return case when given collate "C" ~ '^[!-~]+( [!-~]+)*$' then given else ${PLAINLY} end`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`create or replace function plain_text(given text) ${TRAITS} return ${PLAINLY}`);
  }
}
