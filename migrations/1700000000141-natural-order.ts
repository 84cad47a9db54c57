import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists are ordered by: table, name of the index, its columns. */
const ORDERS = [
  ['work_item', 'code'],
  ['document', 'code'],
  ['appendix', 'code'],
  ['indicator', 'code'],
  ['target', 'programme_id, number'],
] as const;

/** Codes and numbers in the order in which people count: 1, 2, 7a, 7b, 10. */
export class NaturalOrder1700000000141 implements MigrationInterface {
  name = 'NaturalOrder1700000000141';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create collation natural_order (provider = icu, locale = 'vi-u-kn-true')`);
    for (const [table, columns] of ORDERS) {
      const keys = `${columns} collate natural_order`;
      await runner.query(`create index ${table}_natural on ${table} (${keys})`);
      await runner.query(`create index ${table}_history_natural on ${table}_history (${keys}, made_epoch, made_by)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of ORDERS) await runner.query(`drop index ${table}_history_natural, ${table}_natural`);
    await runner.query('drop collation natural_order');
  }
}
