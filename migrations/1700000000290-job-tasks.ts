import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of the jobs of each name, so that their list says that they are done: the queue forgets what is. */
export class JobTasks1700000000290 implements MigrationInterface {
  name = 'JobTasks1700000000290';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table "job_task" (
      "id" uuid not null default gen_random_uuid(),
      "name" text not null,
      "done_count" integer not null default 0,
      "failed_count" integer not null default 0,
      "last_ended_at" timestamptz,
      "last_duration_ms" integer,
      "last_done_at" timestamptz,
      "last_failed_at" timestamptz,
      "last_failure" text,
      constraint "PK_job_task" primary key ("id")
    )`);
    await runner.query('create unique index "job_task_name" on "job_task" ("name")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table "job_task"');
  }
}
