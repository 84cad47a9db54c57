import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Up to which event of the log jobs were put into their queue. What happened before there were jobs leads to none. */
export class JobDispatcher1700000000211 implements MigrationInterface {
  name = 'JobDispatcher1700000000211';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table job_dispatcher (
      is_only boolean primary key default true check (is_only),
      position bigint not null
    )`);
    await runner.query('insert into job_dispatcher (position) select position from log_head');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table job_dispatcher');
  }
}
