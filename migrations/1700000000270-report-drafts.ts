import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports that units have begun to write, kept on the server until they are submitted or discarded. */
export class ReportDrafts1700000000270 implements MigrationInterface {
  name = 'ReportDrafts1700000000270';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table "progress_report_draft" (
      "id" uuid not null default gen_random_uuid(),
      "work_item_id" uuid not null,
      "cycle_id" uuid not null,
      "period" text not null,
      "unit_id" uuid not null,
      "percent_complete" numeric(5,2),
      "summary" text,
      "difficulties" text,
      "proposals" text,
      "milestone_ids" uuid array not null default '{}',
      "claimed_health" text,
      "health_reason" text,
      "decrease_reason" text,
      "lateness_reason" text,
      "saved_by_id" uuid not null,
      "saved_at" timestamptz not null,
      "version" integer not null,
      "is_sample" boolean not null default false,
      constraint "PK_16a9e519570703dc99d1643da83" primary key ("id"),
      constraint "progress_report_draft_percent" check (percent_complete between 0 and 100),
      constraint "FK_837686991cdca422662c0667c31" foreign key ("work_item_id") references "work_item" ("id") on delete cascade,
      constraint "FK_96f8e9cf2dd4114f113aaf6ef36" foreign key ("cycle_id") references "reporting_cycle" ("id"),
      constraint "FK_92eee92c62f8a1d1e66a11041c8" foreign key ("unit_id") references "unit" ("id"),
      constraint "FK_4c9baa22d06a621bce5f4e26b4c" foreign key ("saved_by_id") references "account" ("id")
    )`);
    await runner.query(
      `create unique index "progress_report_draft_one" on "progress_report_draft" ("work_item_id", "cycle_id", "unit_id")`,
    );
    await runner.query(`create index "IDX_96f8e9cf2dd4114f113aaf6ef3" on "progress_report_draft" ("cycle_id")`);
    await runner.query(`create index "IDX_92eee92c62f8a1d1e66a11041c" on "progress_report_draft" ("unit_id")`);
    await runner.query(`create index "IDX_4c9baa22d06a621bce5f4e26b4" on "progress_report_draft" ("saved_by_id")`);
    await runner.query(`select keep_history('progress_report_draft')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`select drop_history('progress_report_draft')`);
    await runner.query(`drop table "progress_report_draft"`);
  }
}
