import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which dates committees were re-formed; memberships that were taken back before they took effect. */
export class Reformations1700000000060 implements MigrationInterface {
  name = 'Reformations1700000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "steering_committee" ADD "reformed_on" text array NOT NULL DEFAULT '{}';
      ALTER TABLE "committee_membership" DROP CONSTRAINT "committee_membership_dates";
      ALTER TABLE "committee_membership" ADD CONSTRAINT "committee_membership_dates" CHECK (ends_on is null or ends_on >= coalesce(starts_on, as_of) - 1);
    `);
    await runner.query(`select keep_history('steering_committee')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE "committee_membership" SET ends_on = coalesce(starts_on, as_of) WHERE ends_on < coalesce(starts_on, as_of);
      ALTER TABLE "committee_membership" DROP CONSTRAINT "committee_membership_dates";
      ALTER TABLE "committee_membership" ADD CONSTRAINT "committee_membership_dates" CHECK (ends_on is null or ends_on >= coalesce(starts_on, as_of));
      ALTER TABLE "steering_committee" DROP COLUMN "reformed_on";
      ALTER TABLE "steering_committee_history" DROP COLUMN "reformed_on";
    `);
    await runner.query(`select keep_history('steering_committee')`);
  }
}
