import type { MigrationInterface, QueryRunner } from 'typeorm';

const NEW = ['reporting_rule', 'cycle_reopening', 'report_waiver'];
const COLUMNS = ['applies_to_kinds', 'applies_to_appendices', 'title', 'is_extraordinary', 'rule_id'];

/** Rules make cycles; a locked cycle may be opened again, and a report waived. */
export class ReportingRules1700000000210 implements MigrationInterface {
  name = 'ReportingRules1700000000210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of ['reporting_cycle', ...NEW]) await runner.query(`select keep_history('${table}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of NEW) await runner.query(`select drop_history('${table}')`);
    await runner.query('drop table report_waiver, cycle_reopening');
    for (const table of ['reporting_cycle', 'reporting_cycle_history']) {
      await runner.query(`alter table ${table} ${COLUMNS.map((column) => `drop column ${column}`).join(', ')}`);
    }
    await runner.query('drop table reporting_rule');
    await runner.query(`select keep_history('reporting_cycle')`);
  }
}

const UP = `
  CREATE TABLE "reporting_rule" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "programme_id" uuid NOT NULL,
      "kind" text NOT NULL,
      "opens_days_before_end" integer NOT NULL,
      "due_working_days" integer NOT NULL,
      "closes_working_days" integer NOT NULL,
      "valid_from" date NOT NULL,
      "valid_to" date,
      "made_since" date NOT NULL,
      "is_sample" boolean NOT NULL DEFAULT false,
      "applies_to_appendices" text array NOT NULL DEFAULT '{}',
      "applies_to_kinds" text array NOT NULL DEFAULT '{}',
      CONSTRAINT "reporting_rule_dates" CHECK (
          valid_to is null
          or valid_from <= valid_to
      ),
      CONSTRAINT "PK_01649462560486533ca44415318" PRIMARY KEY ("id")
  );
  CREATE INDEX "IDX_b99dc01a1180aed7c2726737de" ON "reporting_rule" ("programme_id");
  CREATE TABLE "cycle_reopening" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "cycle_id" uuid NOT NULL,
      "unit_id" uuid,
      "work_item_id" uuid,
      "until" date NOT NULL,
      "reason" text NOT NULL,
      "reopened_on" date NOT NULL,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "cycle_reopening_for_one" CHECK ((unit_id is null) <> (work_item_id is null)),
      CONSTRAINT "PK_4981b38fa0f3a7a6eece30232af" PRIMARY KEY ("id")
  );
  CREATE INDEX "IDX_5fd22d620dd27568343af769b5" ON "cycle_reopening" ("cycle_id");
  CREATE TABLE "report_waiver" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "work_item_id" uuid NOT NULL,
      "cycle_id" uuid NOT NULL,
      "reason" text NOT NULL,
      "waived_on" date NOT NULL,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "PK_fda584873f4d41d6009de42db49" PRIMARY KEY ("id")
  );
  CREATE INDEX "IDX_d71c87df68bba0f294b227730b" ON "report_waiver" ("cycle_id");
  CREATE UNIQUE INDEX "IDX_1bd3f1a53888279d7029e27e89" ON "report_waiver" ("work_item_id", "cycle_id");
  ALTER TABLE "reporting_cycle"
  ADD "rule_id" uuid;
  ALTER TABLE "reporting_cycle"
  ADD "is_extraordinary" boolean NOT NULL DEFAULT false;
  ALTER TABLE "reporting_cycle"
  ADD "title" text;
  ALTER TABLE "reporting_cycle"
  ADD "applies_to_appendices" text array NOT NULL DEFAULT '{}';
  ALTER TABLE "reporting_cycle"
  ADD "applies_to_kinds" text array NOT NULL DEFAULT '{}';
  CREATE INDEX "IDX_8d4b8d047520bcc6576a75fbdb" ON "reporting_cycle" ("rule_id");
  ALTER TABLE "reporting_rule"
  ADD CONSTRAINT "FK_b99dc01a1180aed7c2726737de8" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "reporting_cycle"
  ADD CONSTRAINT "FK_8d4b8d047520bcc6576a75fbdbe" FOREIGN KEY ("rule_id") REFERENCES "reporting_rule"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "cycle_reopening"
  ADD CONSTRAINT "FK_5fd22d620dd27568343af769b55" FOREIGN KEY ("cycle_id") REFERENCES "reporting_cycle"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "cycle_reopening"
  ADD CONSTRAINT "FK_3f6a737f0c36302da0becab9690" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "cycle_reopening"
  ADD CONSTRAINT "FK_ee1f5620dc806ac888c45c35981" FOREIGN KEY ("work_item_id") REFERENCES "work_item"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
  ALTER TABLE "report_waiver"
  ADD CONSTRAINT "FK_0b310266b67c04d9e40aaf9bdaf" FOREIGN KEY ("work_item_id") REFERENCES "work_item"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
  ALTER TABLE "report_waiver"
  ADD CONSTRAINT "FK_d71c87df68bba0f294b227730b9" FOREIGN KEY ("cycle_id") REFERENCES "reporting_cycle"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
`;
