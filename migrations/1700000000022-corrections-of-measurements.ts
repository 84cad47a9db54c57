import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units give measurements, which wait for the secretariat; an accepted one is never overwritten but corrected by another. */
export class CorrectionsOfMeasurements1700000000022 implements MigrationInterface {
  name = 'CorrectionsOfMeasurements1700000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table measurement
        add column unit_id uuid,
        add column recorded_by_id uuid,
        add column corrects_id uuid,
        add column correction_reason text,
        add column superseded_at timestamptz,
        add constraint measurement_correction check ((corrects_id is null) = (correction_reason is null)),
        add constraint "FK_fc57e5fd5adea5a7009f99e140a" foreign key (unit_id) references unit (id),
        add constraint "FK_5e3df6a635dabb0859947feecfd" foreign key (corrects_id) references measurement (id);
      create index "IDX_fc57e5fd5adea5a7009f99e140" on measurement (unit_id);
      create unique index "IDX_5e3df6a635dabb0859947feecf" on measurement (corrects_id);
    `);
    await runner.query(`select keep_history('measurement')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const columns = ['unit_id', 'recorded_by_id', 'corrects_id', 'correction_reason', 'superseded_at'];
    await runner.query(`select drop_history('measurement')`);
    // the indexes and constraints go with their columns
    await runner.query(`alter table measurement ${columns.map((column) => `drop column ${column}`).join(', ')}`);
    await runner.query(`select keep_history('measurement')`);
  }
}
