import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What makes work clear: objective, product and level of an item, resources with money, deliverables, and what it serves; viewpoints of programmes. */
export class ClearWork1700000000030 implements MigrationInterface {
  name = 'ClearWork1700000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of ['work_item', ...NEW]) await runner.query(`select keep_history('${table}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of NEW) await runner.query(`select drop_history('${table}')`);
    await runner.query('drop table trace, deliverable, resource, viewpoint');
    const dropped = 'drop column concrete_objective, drop column product, drop column approval_level';
    await runner.query(`alter table work_item ${dropped}; alter table work_item_history ${dropped}`);
    await runner.query(`select keep_history('work_item')`);
  }
}

const NEW = ['trace', 'deliverable', 'resource', 'viewpoint'];

const TABLES = `
    CREATE TABLE "viewpoint" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "programme_id" uuid NOT NULL,
      "number" text NOT NULL,
      "text" text NOT NULL,
      "is_sample" boolean NOT NULL DEFAULT false,
      "source_citations" text array NOT NULL DEFAULT '{}',
      "source_reliability" text,
      "source_note" text,
      CONSTRAINT "PK_35090cf53fe50c3358e74e7f451" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_1aa582b18739f8670640ad4b5c" ON "viewpoint" ("programme_id", "number");
    CREATE TABLE "resource" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "work_item_id" uuid NOT NULL,
      "kind" text NOT NULL,
      "description" text,
      "amount" bigint,
      "currency" text,
      "origin" text,
      "state" text NOT NULL DEFAULT 'PROPOSED',
      "stated_on" date NOT NULL,
      "decided_on" date,
      "decision_note" text,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "resource_funds" CHECK ((kind = 'FUNDS') = (amount is not null)),
      CONSTRAINT "resource_amount" CHECK ((amount is null) = (currency is null) and amount > 0),
      CONSTRAINT "PK_e2894a5867e06ae2e8889f1173f" PRIMARY KEY ("id")
    );
    CREATE INDEX "IDX_c55e94d4b74cd3a88be36be525" ON "resource" ("work_item_id");
    CREATE TABLE "deliverable" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "work_item_id" uuid NOT NULL,
      "number" integer NOT NULL,
      "title" text NOT NULL,
      "due_on" date NOT NULL,
      "accepted_on" date,
      "evidence" text,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "deliverable_acceptance" CHECK ((accepted_on is null) = (evidence is null)),
      CONSTRAINT "PK_fbed21e1ad3464d9fb7729ad51d" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_69aaa289a43d1e19a0d3220841" ON "deliverable" ("work_item_id", "number");
    CREATE TABLE "trace" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "work_item_id" uuid NOT NULL,
      "target_id" uuid,
      "objective_id" uuid,
      "viewpoint_id" uuid,
      "traced_on" date NOT NULL,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "trace_one_aim" CHECK (num_nonnulls(target_id, objective_id, viewpoint_id) = 1),
      CONSTRAINT "PK_d55e3146ed1a9769069a83a8044" PRIMARY KEY ("id")
    );
    CREATE INDEX "IDX_18eaf1781c77e51b6c5a2417bb" ON "trace" ("target_id");
    CREATE INDEX "IDX_8f2e65e78398311603269a1f7a" ON "trace" ("objective_id");
    CREATE INDEX "IDX_aa1462772d4048ab0af66b7111" ON "trace" ("viewpoint_id");
    CREATE UNIQUE INDEX "IDX_b35e5ae83b14ef47bf55323f63" ON "trace" ("work_item_id", "viewpoint_id");
    CREATE UNIQUE INDEX "IDX_cb24e6eaf5ded330b69c7e267b" ON "trace" ("work_item_id", "objective_id");
    CREATE UNIQUE INDEX "IDX_810b0f9acad24046a84d46526a" ON "trace" ("work_item_id", "target_id");
    ALTER TABLE "work_item" ADD "concrete_objective" text;
    ALTER TABLE "work_item" ADD "product" text;
    ALTER TABLE "work_item" ADD "approval_level" text;
    ALTER TABLE "viewpoint" ADD CONSTRAINT "FK_66164a1f311dd4de2075c78cbb8" FOREIGN KEY ("programme_id") REFERENCES "programme"("id");
    ALTER TABLE "resource" ADD CONSTRAINT "FK_c55e94d4b74cd3a88be36be525c" FOREIGN KEY ("work_item_id") REFERENCES "work_item"("id") ON DELETE CASCADE;
    ALTER TABLE "deliverable" ADD CONSTRAINT "FK_fa858d0711014401ec70abc41c6" FOREIGN KEY ("work_item_id") REFERENCES "work_item"("id") ON DELETE CASCADE;
    ALTER TABLE "trace" ADD CONSTRAINT "FK_29d7e40f9f74b93f18e4a829276" FOREIGN KEY ("work_item_id") REFERENCES "work_item"("id") ON DELETE CASCADE;
    ALTER TABLE "trace" ADD CONSTRAINT "FK_18eaf1781c77e51b6c5a2417bb6" FOREIGN KEY ("target_id") REFERENCES "target"("id");
    ALTER TABLE "trace" ADD CONSTRAINT "FK_8f2e65e78398311603269a1f7ae" FOREIGN KEY ("objective_id") REFERENCES "objective"("id");
    ALTER TABLE "trace" ADD CONSTRAINT "FK_aa1462772d4048ab0af66b71117" FOREIGN KEY ("viewpoint_id") REFERENCES "viewpoint"("id");
`;
