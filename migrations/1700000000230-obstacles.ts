import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands in the way of an item or a target, with what became of it. */
export class Obstacles1700000000230 implements MigrationInterface {
  name = 'Obstacles1700000000230';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table "obstacle" (
      "id" uuid not null default gen_random_uuid(),
      "work_item_id" uuid,
      "target_id" uuid,
      "text" text not null,
      "proposal" text,
      "decided_by" text,
      "raised_by_id" uuid,
      "unit_id" uuid not null,
      "raised_on" date not null,
      "state" text not null,
      "taken_up_on" date,
      "taken_up_by_id" uuid,
      "decision" text,
      "resolved_on" date,
      "resolved_by_id" uuid,
      "is_sample" boolean not null default false,
      constraint "PK_8a651754ae60814cbcc4bb60a76" primary key ("id"),
      constraint "obstacle_subject" check (num_nonnulls(work_item_id, target_id) = 1),
      constraint "obstacle_state" check ((state = 'RESOLVED') = (decision is not null) and (state = 'RESOLVED') = (resolved_on is not null)),
      constraint "FK_aa52352de7c0c35d3bfd06133e3" foreign key ("work_item_id") references "work_item" ("id"),
      constraint "FK_a023ad3174c69e440484a4caa36" foreign key ("target_id") references "target" ("id"),
      constraint "FK_ff5c1e8526cf02c598dd03228aa" foreign key ("raised_by_id") references "account" ("id"),
      constraint "FK_af94ea91fb7a14ace07fee9b1b1" foreign key ("unit_id") references "unit" ("id"),
      constraint "FK_c5308231c165555631a7cc52ec5" foreign key ("taken_up_by_id") references "account" ("id"),
      constraint "FK_00c1ad94be547994f2d8c9ca083" foreign key ("resolved_by_id") references "account" ("id")
    )`);
    await runner.query(`create index "IDX_af94ea91fb7a14ace07fee9b1b" on "obstacle" ("unit_id")`);
    await runner.query(`create index "IDX_a023ad3174c69e440484a4caa3" on "obstacle" ("target_id")`);
    await runner.query(`create index "IDX_aa52352de7c0c35d3bfd06133e" on "obstacle" ("work_item_id")`);
    await runner.query(`select keep_history('obstacle')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`select drop_history('obstacle')`);
    await runner.query(`drop table "obstacle"`);
  }
}
