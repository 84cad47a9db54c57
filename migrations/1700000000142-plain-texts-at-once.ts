import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SPACES, TRAITS, UNSEEN } from './1700000000140-forms-of-texts';

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
