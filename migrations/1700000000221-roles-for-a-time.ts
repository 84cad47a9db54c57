import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A role may be given for a time: several times of one role stand beside each other. */
export class RolesForATime1700000000221 implements MigrationInterface {
  name = 'RolesForATime1700000000221';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table account_role add valid_from date, add valid_to date,
      add constraint "account_role_valid" check (valid_from <= valid_to)`);
    await runner.query(`drop index "IDX_589ac66c4ccd690e3e9fc37339"`);
    await runner.query(`create index "IDX_589ac66c4ccd690e3e9fc37339" on account_role (account_id, role, unit_id)`);
    await runner.query(`create index "IDX_d73a8916f8a92e2b3b9fefdc51" on account_role (unit_id, role)`);
    await runner.query(`select keep_history('account_role')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // what was given for a time alone cannot be told apart from what is given for good
    await runner.query(`delete from account_role where valid_from is not null or valid_to is not null`);
    await runner.query(`drop index "IDX_589ac66c4ccd690e3e9fc37339", "IDX_d73a8916f8a92e2b3b9fefdc51"`);
    await runner.query(
      `create unique index "IDX_589ac66c4ccd690e3e9fc37339" on account_role (account_id, role, unit_id)`,
    );
    await runner.query(`drop index account_role_history_unit_id_role_made_epoch_made_by_idx`);
    await runner.query(`alter table account_role drop valid_from, drop valid_to;
      alter table account_role_history drop valid_from, drop valid_to`);
    await runner.query(`select keep_history('account_role')`);
  }
}
