import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['adjustment_request', 'adjustment_step'];

/** An effect says up to which place of the log it was worked out. Those from before do not know it. */
export class CursorsOfEffects1700000000292 implements MigrationInterface {
  name = 'CursorsOfEffects1700000000292';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`alter table ${table} add effect_cursor text`);
      await runner.query(`select keep_history('${table}')`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(
        `alter table ${table} drop column effect_cursor; alter table ${table}_history drop column effect_cursor`,
      );
      await runner.query(`select keep_history('${table}')`);
    }
  }
}
