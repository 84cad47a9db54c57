import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Memberships in time; members in charge of targets, and directing work items. */
export class Committee1700000000023 implements MigrationInterface {
  name = 'Committee1700000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of ['committee_membership', ...NEW]) await runner.query(`select keep_history('${table}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of NEW) await runner.query(`select drop_history('${table}')`);
    await runner.query('drop table target_assignment, work_item_oversight');
    const dropped = 'drop column starts_on, drop column ends_on, drop column is_sample';
    await runner.query(
      `alter table committee_membership ${dropped}; alter table committee_membership_history ${dropped}`,
    );
    await runner.query(`select keep_history('committee_membership')`);
  }
}

const NEW = ['target_assignment', 'work_item_oversight'];

const TABLES = `
    CREATE TABLE "target_assignment" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "membership_id" uuid NOT NULL,
      "target_id" uuid NOT NULL,
      "starts_on" date NOT NULL,
      "ends_on" date,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "target_assignment_dates" CHECK ( ends_on is null or ends_on >= starts_on ),
      CONSTRAINT "PK_afc6367476a8c8d155058158efa" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "target_assignment_one_open" ON "target_assignment" ("membership_id", "target_id") WHERE ends_on is null;
    CREATE INDEX "IDX_873e778f24dbe4686ba60ab2a6" ON "target_assignment" ("target_id", "starts_on");
    CREATE TABLE "work_item_oversight" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "membership_id" uuid NOT NULL,
      "work_item_id" uuid NOT NULL,
      "starts_on" date NOT NULL,
      "ends_on" date,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "work_item_oversight_dates" CHECK ( ends_on is null or ends_on >= starts_on ),
      CONSTRAINT "PK_86efe91792716090d081279f6a0" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "work_item_oversight_one_open" ON "work_item_oversight" ("membership_id", "work_item_id") WHERE ends_on is null;
    CREATE INDEX "IDX_6b14c9bd6dafbda98fa356a01d" ON "work_item_oversight" ("work_item_id", "starts_on");
    ALTER TABLE "committee_membership" ADD "starts_on" date;
    ALTER TABLE "committee_membership" ADD "ends_on" date;
    ALTER TABLE "committee_membership" ADD "is_sample" boolean NOT NULL DEFAULT false;
    ALTER TABLE "committee_membership" ADD CONSTRAINT "committee_membership_dates" CHECK ( ends_on is null or ends_on >= coalesce(starts_on, as_of) );
    ALTER TABLE "target_assignment" ADD CONSTRAINT "FK_a4b303f23fb6d3672c723c5468c" FOREIGN KEY ("membership_id") REFERENCES "committee_membership"("id");
    ALTER TABLE "target_assignment" ADD CONSTRAINT "FK_95fc46dfd7b816c7c2570b30ad6" FOREIGN KEY ("target_id") REFERENCES "target"("id");
    ALTER TABLE "work_item_oversight" ADD CONSTRAINT "FK_41c0b16dea0cb47ab4387c1d5a1" FOREIGN KEY ("membership_id") REFERENCES "committee_membership"("id");
    ALTER TABLE "work_item_oversight" ADD CONSTRAINT "FK_53be9f65506774d4bb8678a02d9" FOREIGN KEY ("work_item_id") REFERENCES "work_item"("id") ON DELETE CASCADE;
`;
