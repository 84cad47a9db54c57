import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was owed while another unit led an item stays with that unit. */
export class FormerLeads1700000000212 implements MigrationInterface {
  name = 'FormerLeads1700000000212';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table "former_lead" (
      "id" uuid not null default gen_random_uuid(),
      "work_item_id" uuid not null,
      "unit_id" uuid not null,
      "ended_on" date not null,
      constraint "PK_2901e804122d13ea7f2826eb610" primary key ("id"),
      constraint "FK_8f143e95b76d9c9e2065cb5d5f1" foreign key ("work_item_id") references "work_item"("id") on delete cascade,
      constraint "FK_dc47c8f485fbdf8f94f449078ef" foreign key ("unit_id") references "unit"("id")
    )`);
    await runner.query(`create index "IDX_1855a2e04002fd9ec6b803b790" on "former_lead" ("work_item_id", "ended_on")`);
    await runner.query(`select keep_history('former_lead')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`select drop_history('former_lead')`);
    await runner.query(`drop table "former_lead"`);
  }
}
