import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a cycle's dates were counted by its rule, and so follow the calendar until it opens: loaded and extraordinary ones have dates that were decided. */
export class GeneratedCycles1700000000291 implements MigrationInterface {
  name = 'GeneratedCycles1700000000291';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reporting_cycle add is_generated boolean not null default false');
    await runner.query(`select keep_history('reporting_cycle')`);
    await runner.query('update reporting_cycle set is_generated = true where rule_id is not null and not is_sample');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table reporting_cycle drop column is_generated; alter table reporting_cycle_history drop column is_generated',
    );
    await runner.query(`select keep_history('reporting_cycle')`);
  }
}
