import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A request for an opinion says when the document was finalised without waiting for it. */
export class WaivedOpinions1700000000073 implements MigrationInterface {
  name = 'WaivedOpinions1700000000073';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table consultation add column waived_on date`);
    await runner.query(`select keep_history('consultation')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`select drop_history('consultation')`);
    await runner.query(`alter table consultation drop column waived_on`);
    await runner.query(`select keep_history('consultation')`);
  }
}
