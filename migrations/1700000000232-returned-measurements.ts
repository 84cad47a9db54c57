import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A unit's measurement may be sent back, with the reason. */
export class ReturnedMeasurements1700000000232 implements MigrationInterface {
  name = 'ReturnedMeasurements1700000000232';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table measurement
      add column return_reason text,
      add column returned_at timestamp with time zone,
      add column returned_by_id uuid,
      add constraint measurement_return check ((state = 'RETURNED') = (return_reason is not null) and (state = 'RETURNED') = (returned_at is not null)),
      add constraint "FK_aa181eb14c395c92cbd032395c8" foreign key (returned_by_id) references account (id)`);
    await runner.query(`select keep_history('measurement')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const dropped = 'drop column return_reason, drop column returned_at, drop column returned_by_id';
    await runner.query(`alter table measurement ${dropped}`);
    await runner.query(`alter table measurement_history ${dropped}`);
    await runner.query(`select keep_history('measurement')`);
  }
}
