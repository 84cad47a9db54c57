import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programmes state the levels of review; a report keeps the steps of its review, and when it went on to a level after the secretariat. */
export class ReviewLevels1700000000220 implements MigrationInterface {
  name = 'ReviewLevels1700000000220';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table "review_rule" (
      "id" uuid not null default gen_random_uuid(),
      "programme_id" uuid not null,
      "levels" text array not null,
      "standing_deputy_head_from" text,
      constraint "PK_review_rule" primary key ("id"),
      constraint "UQ_review_rule_programme" unique ("programme_id"),
      constraint "FK_63dc296bdb1bd2edbbec9c9a4ea" foreign key ("programme_id") references "programme"("id")
    )`);
    await runner.query(`create table "progress_report_review" (
      "id" uuid not null default gen_random_uuid(),
      "progress_report_id" uuid not null,
      "level" text not null,
      "outcome" text not null,
      "reviewed_by_id" uuid,
      "reviewed_at" timestamptz not null,
      "note" text,
      constraint "PK_progress_report_review" primary key ("id"),
      constraint "FK_7bad4be4fe70d151241ec47da79" foreign key ("progress_report_id") references "progress_report"("id") on delete cascade,
      constraint "FK_ab4bc1fa706fb674e8390d79f59" foreign key ("reviewed_by_id") references "account"("id")
    )`);
    await runner.query(
      `create index "IDX_1da7db8002a44bf6d02e1a246a" on progress_report_review (progress_report_id, reviewed_at)`,
    );
    await runner.query(`create index "IDX_ab4bc1fa706fb674e8390d79f5" on progress_report_review (reviewed_by_id)`);
    await runner.query(`alter table progress_report add secretariat_approved_at timestamptz, add secretariat_approved_by_id uuid,
      add constraint "FK_7152668b87c0848b8cfa1cddd9a" foreign key (secretariat_approved_by_id) references account(id)`);
    for (const table of ['review_rule', 'progress_report_review', 'progress_report'])
      await runner.query(`select keep_history('${table}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`select drop_history('review_rule'), drop_history('progress_report_review')`);
    await runner.query(`drop table "progress_report_review", "review_rule"`);
    await runner.query(`alter table progress_report drop secretariat_approved_by_id, drop secretariat_approved_at;
      alter table progress_report_history drop secretariat_approved_by_id, drop secretariat_approved_at`);
    await runner.query(`select keep_history('progress_report')`);
  }
}
