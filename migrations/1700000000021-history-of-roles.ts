import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who held which role when: readable for administrators and inspectors. Rights are those of now, as before. */
export class HistoryOfRoles1700000000021 implements MigrationInterface {
  name = 'HistoryOfRoles1700000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`select keep_history('account_role')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`select drop_history('account_role')`);
  }
}
