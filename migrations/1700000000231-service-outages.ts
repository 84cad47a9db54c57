import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days on which units could not report, through no fault of theirs. */
export class ServiceOutages1700000000231 implements MigrationInterface {
  name = 'ServiceOutages1700000000231';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table "service_outage" (
      "id" uuid not null default gen_random_uuid(),
      "starts_on" date not null,
      "ends_on" date not null,
      "reason" text not null,
      "recorded_by_id" uuid,
      "recorded_on" date not null,
      "is_sample" boolean not null default false,
      constraint "PK_08ce73c964a35a5549636186ae1" primary key ("id"),
      constraint "service_outage_days" check (starts_on <= ends_on),
      constraint "FK_600f0aa04a96a4ba7112668890d" foreign key ("recorded_by_id") references "account" ("id")
    )`);
    await runner.query(`select keep_history('service_outage')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`select drop_history('service_outage')`);
    await runner.query(`drop table "service_outage"`);
  }
}
