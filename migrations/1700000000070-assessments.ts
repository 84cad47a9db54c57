import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An assessment of a target says when it was made, and on what basis. */
export class Assessments1700000000070 implements MigrationInterface {
  name = 'Assessments1700000000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table target add column assessed_on date, add column assessment_basis text,
        add constraint target_assessment check ((assessed_on is null or assessed_health is not null) and (assessed_on is null) = (assessment_basis is null));
    `);
    await runner.query(`select keep_history('target')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`select drop_history('target')`);
    await runner.query(`
      alter table target drop constraint target_assessment;
      alter table target drop column assessed_on, drop column assessment_basis;
    `);
    await runner.query(`select keep_history('target')`);
  }
}
