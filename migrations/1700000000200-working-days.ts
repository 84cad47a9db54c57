import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dates that are not worked though their weekday is, or the other way round. */
export class WorkingDays1700000000200 implements MigrationInterface {
  name = 'WorkingDays1700000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table "non_working_day" (
      "id" uuid not null default gen_random_uuid(),
      "date" date not null,
      "kind" text not null,
      "name" text not null,
      "name_en" text not null,
      "legal_ground" text not null,
      "is_decided" boolean not null default true,
      "source_citations" text array not null default '{}',
      "source_reliability" text,
      "source_note" text,
      constraint "PK_non_working_day" primary key ("id"),
      constraint "UQ_non_working_day" unique ("date")
    )`);
    await runner.query(`select keep_history('non_working_day')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`select drop_history('non_working_day')`);
    await runner.query(`drop table "non_working_day"`);
  }
}
