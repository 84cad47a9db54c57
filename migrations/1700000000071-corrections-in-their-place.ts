import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A correction keeps when the first value of its chain was recorded: it stands among several sources where that one stood. */
export class CorrectionsInTheirPlace1700000000071 implements MigrationInterface {
  name = 'CorrectionsInTheirPlace1700000000071';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table measurement add column first_recorded_at timestamptz;
      with recursive chain as (
        select id, recorded_at as first_recorded_at from measurement where corrects_id is null
        union all select m.id, chain.first_recorded_at from measurement m join chain on m.corrects_id = chain.id)
      update measurement set first_recorded_at = chain.first_recorded_at from chain
        where chain.id = measurement.id and measurement.corrects_id is not null;
    `);
    await runner.query(`select keep_history('measurement')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`select drop_history('measurement')`);
    await runner.query('alter table measurement drop column first_recorded_at');
    await runner.query(`select keep_history('measurement')`);
  }
}
