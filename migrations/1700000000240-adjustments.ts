import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['adjustment_request', 'adjustment_step', 'revision', 'work_item_baseline'];

/** What is in force is adjusted: requests and their steps, what they changed, what items promised at first; an item may be stopped. */
export class Adjustments1700000000240 implements MigrationInterface {
  name = 'Adjustments1700000000240';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table work_item add stopped_on date');
    await runner.query(`select keep_history('work_item')`);
    await runner.query(UP);
    for (const table of TABLES) await runner.query(`select keep_history('${table}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`select drop_history('${table}')`);
    await runner.query('drop table revision, adjustment_step, adjustment_request, work_item_baseline');
    await runner.query(
      'alter table work_item drop column stopped_on; alter table work_item_history drop column stopped_on',
    );
    await runner.query(`select keep_history('work_item')`);
  }
}

const UP = `
    CREATE TABLE "adjustment_request" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "programme_id" uuid NOT NULL,
      "unit_id" uuid NOT NULL,
      "state" text NOT NULL,
      "approval_level" text NOT NULL,
      "product" text NOT NULL,
      "target_id" uuid NOT NULL,
      "objective" text NOT NULL,
      "resources" text NOT NULL,
      "reason" text NOT NULL,
      "requested" jsonb NOT NULL,
      "change_lines" jsonb NOT NULL,
      "effect_lines" jsonb NOT NULL,
      "effect_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "is_for" boolean,
      "opinion" text,
      "decision_number" text,
      "decision_date" date,
      "applied_on" date,
      "registered_by_id" uuid NOT NULL,
      "registered_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "unit_approved_at" TIMESTAMP WITH TIME ZONE,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "PK_fdaf73ac8f4bfda4db30b98f8bf" PRIMARY KEY ("id")
    );
    CREATE INDEX "IDX_4a17e076f54c5cbd0742a6fc17" ON "adjustment_request" ("programme_id");
    CREATE INDEX "IDX_959c6800a3caf4459bf262df9c" ON "adjustment_request" ("unit_id");
    CREATE INDEX "IDX_b6c70d1ddb33b355afa4ddaca4" ON "adjustment_request" ("target_id");
    CREATE INDEX "IDX_383c3bc634a1f0286b479e409b" ON "adjustment_request" ("registered_by_id");
    CREATE INDEX "IDX_12b05738901a45d3684eb75bc4" ON "adjustment_request" ("state", "registered_at");
    CREATE TABLE "adjustment_step" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "adjustment_request_id" uuid NOT NULL,
      "kind" text NOT NULL,
      "state" text NOT NULL,
      "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "actor_id" uuid NOT NULL,
      "note" text,
      "effect_lines" jsonb,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "PK_ca9aa27e637a00b2a190eaf6c29" PRIMARY KEY ("id")
    );
    CREATE INDEX "IDX_7caaf66a0f0da517aada9f7910" ON "adjustment_step" ("actor_id");
    CREATE INDEX "IDX_9092fa02ff272f297617618771" ON "adjustment_step" ("adjustment_request_id", "recorded_at");
    CREATE TABLE "revision" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "adjustment_id" uuid NOT NULL,
      "subject_type" text NOT NULL,
      "subject_id" uuid NOT NULL,
      "work_item_id" uuid,
      "target_id" uuid,
      "appendix_id" uuid,
      "applied_on" date NOT NULL,
      "change_lines" jsonb NOT NULL,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "PK_f4767cdf0c0e78041514e5a94be" PRIMARY KEY ("id")
    );
    CREATE INDEX "IDX_f9485f35be7ef5dd63d4c7ba29" ON "revision" ("adjustment_id");
    CREATE INDEX "IDX_3f5644b1db843fbba7a30be834" ON "revision" ("work_item_id");
    CREATE INDEX "IDX_46cc154e843c690b2dfc1ff5fd" ON "revision" ("target_id");
    CREATE INDEX "IDX_195ad9a996a7e2056b1f24f29a" ON "revision" ("appendix_id");
    CREATE TABLE "work_item_baseline" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "work_item_id" uuid NOT NULL,
      "starts_on" date NOT NULL,
      "due_on" date NOT NULL,
      "lead_unit_id" uuid NOT NULL,
      "product" text,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "PK_0a1d12430059283f79c8bdefa7e" PRIMARY KEY ("id")
    );
    CREATE INDEX "IDX_9847b31a282733a8f018ade7d8" ON "work_item_baseline" ("lead_unit_id");
    CREATE UNIQUE INDEX "IDX_8304da2a8be3113028c2e60ec2" ON "work_item_baseline" ("work_item_id");
    ALTER TABLE "adjustment_request" ADD CONSTRAINT "FK_4a17e076f54c5cbd0742a6fc172" FOREIGN KEY ("programme_id") REFERENCES "programme"("id");
    ALTER TABLE "adjustment_request" ADD CONSTRAINT "FK_959c6800a3caf4459bf262df9c9" FOREIGN KEY ("unit_id") REFERENCES "unit"("id");
    ALTER TABLE "adjustment_request" ADD CONSTRAINT "FK_b6c70d1ddb33b355afa4ddaca4b" FOREIGN KEY ("target_id") REFERENCES "target"("id");
    ALTER TABLE "adjustment_request" ADD CONSTRAINT "FK_383c3bc634a1f0286b479e409bf" FOREIGN KEY ("registered_by_id") REFERENCES "account"("id");
    ALTER TABLE "adjustment_step" ADD CONSTRAINT "FK_e84a590c668e6cb34f2e2472841" FOREIGN KEY ("adjustment_request_id") REFERENCES "adjustment_request"("id") ON DELETE CASCADE;
    ALTER TABLE "adjustment_step" ADD CONSTRAINT "FK_7caaf66a0f0da517aada9f79102" FOREIGN KEY ("actor_id") REFERENCES "account"("id");
    ALTER TABLE "revision" ADD CONSTRAINT "FK_f9485f35be7ef5dd63d4c7ba299" FOREIGN KEY ("adjustment_id") REFERENCES "adjustment_request"("id") ON DELETE CASCADE;
    ALTER TABLE "revision" ADD CONSTRAINT "FK_3f5644b1db843fbba7a30be8343" FOREIGN KEY ("work_item_id") REFERENCES "work_item"("id") ON DELETE CASCADE;
    ALTER TABLE "revision" ADD CONSTRAINT "FK_46cc154e843c690b2dfc1ff5fd2" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE CASCADE;
    ALTER TABLE "revision" ADD CONSTRAINT "FK_195ad9a996a7e2056b1f24f29a1" FOREIGN KEY ("appendix_id") REFERENCES "appendix"("id") ON DELETE CASCADE;
    ALTER TABLE "work_item_baseline" ADD CONSTRAINT "FK_8304da2a8be3113028c2e60ec2a" FOREIGN KEY ("work_item_id") REFERENCES "work_item"("id") ON DELETE CASCADE;
    ALTER TABLE "work_item_baseline" ADD CONSTRAINT "FK_9847b31a282733a8f018ade7d84" FOREIGN KEY ("lead_unit_id") REFERENCES "unit"("id");
`;
