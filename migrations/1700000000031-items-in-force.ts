import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A work item is in force when its plan was issued. */
export class ItemsInForce1700000000031 implements MigrationInterface {
  name = 'ItemsInForce1700000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table work_item add is_in_force boolean not null default true');
    await runner.query(`select keep_history('work_item')`);
    await runner.query(`update work_item set is_in_force = false where exists (select from appendix ap
      join document dc on dc.id = ap.document_id where ap.id = work_item.appendix_id and dc.state <> 'ISSUED')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table work_item drop column is_in_force; alter table work_item_history drop column is_in_force',
    );
    await runner.query(`select keep_history('work_item')`);
  }
}
