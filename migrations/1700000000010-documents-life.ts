import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents get their life: state, deadlines, versions, steps, opinions; what stands above a document. */
export class DocumentsLife1700000000010 implements MigrationInterface {
  name = 'DocumentsLife1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    // what is there was read in public: a number or a year of its own says that it was issued, the others were drafts when the source told of them
    await runner.query(
      `update document set state = 'ISSUED' where code not in ('D-regs', 'D-assign', 'D-plan21', 'D-5y', 'D-h1')`,
    );
    for (const table of [...ALTERED, ...NEW]) await runner.query(`select keep_history('${table}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of NEW) await runner.query(`select drop_history('${table}')`);
    await runner.query(`drop table document_section, document_version, document_step, consultation`);
    for (const [table, columns] of Object.entries(COLUMNS)) {
      const dropped = columns.map((column) => `drop column ${column}`).join(', ');
      await runner.query(`alter table ${table} ${dropped}; alter table ${table}_history ${dropped}`);
    }
    for (const table of ALTERED) await runner.query(`select keep_history('${table}')`);
  }
}

const NEW = ['consultation', 'document_step', 'document_version', 'document_section'];

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  document: [
    'state',
    'approval_level',
    'implements_id',
    'drafting_unit_id',
    'submit_by',
    'issue_by',
    'submitted_on',
    'submissions',
    'is_sample',
  ],
  appendix: ['is_sample'],
};
const ALTERED = Object.keys(COLUMNS);

const TABLES = `
    CREATE TABLE "consultation" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "document_id" uuid NOT NULL,
      "round" integer NOT NULL,
      "version_number" integer NOT NULL,
      "unit_id" uuid NOT NULL,
      "asked_on" date NOT NULL,
      "due_on" date NOT NULL,
      "answered_on" date,
      "opinion" text,
      "text" text,
      "recorded_by_id" uuid,
      "verdict" text,
      "verdict_reason" text,
      "resolved_on" date,
      "resolved_by_id" uuid,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "consultation_dates" CHECK (asked_on <= due_on),
      CONSTRAINT "PK_5203569fac28a4a626c42abe70b" PRIMARY KEY ("id")
    );
    CREATE INDEX "IDX_4eb25adb5b041126e2de2ed63f" ON "consultation" ("unit_id");
    CREATE INDEX "IDX_91c5f8074756276bbd6bfb383a" ON "consultation" ("recorded_by_id");
    CREATE INDEX "IDX_076ca4d2a07b4f31e29be8efb6" ON "consultation" ("resolved_by_id");
    CREATE UNIQUE INDEX "IDX_42a0ec66154b824260c9c30591" ON "consultation" ("document_id", "round", "unit_id");
    CREATE TABLE "document_step" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "document_id" uuid NOT NULL,
      "kind" text NOT NULL,
      "state" text NOT NULL,
      "level" text,
      "submission" integer NOT NULL,
      "version_number" integer NOT NULL,
      "taken_on" date NOT NULL,
      "recorded_at" timestamptz NOT NULL,
      "actor_id" uuid NOT NULL,
      "note" text,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "PK_a761223945a852b8c8778ea6359" PRIMARY KEY ("id")
    );
    CREATE INDEX "IDX_63509d3e1d773e0b9742650ac7" ON "document_step" ("actor_id");
    CREATE INDEX "IDX_21ba95d00a5d191f20342d8b1e" ON "document_step" ("document_id", "recorded_at", "id");
    CREATE TABLE "document_version" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "document_id" uuid NOT NULL,
      "number" integer NOT NULL,
      "note" text NOT NULL,
      "written_by_id" uuid NOT NULL,
      "written_at" timestamptz NOT NULL,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "PK_a4c39c95456c5dbb2e96cca713c" PRIMARY KEY ("id")
    );
    CREATE INDEX "IDX_0e5fb5db6dc044ea5761bc7a30" ON "document_version" ("written_by_id");
    CREATE UNIQUE INDEX "IDX_e45dc7b147bdcbe6ba03b5984e" ON "document_version" ("document_id", "number");
    CREATE TABLE "document_section" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "version_id" uuid NOT NULL,
      "ordinal" integer NOT NULL,
      "kind" text NOT NULL,
      "text" text NOT NULL,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "PK_a103bb4be0f9859bcba133b54c6" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_052ddb845f9851534b616ce4ae" ON "document_section" ("version_id", "kind");
    ALTER TABLE "document" ADD "state" text NOT NULL DEFAULT 'DRAFTING';
    ALTER TABLE "document" ADD "approval_level" text;
    ALTER TABLE "document" ADD "implements_id" uuid;
    ALTER TABLE "document" ADD "drafting_unit_id" uuid;
    ALTER TABLE "document" ADD "submit_by" date;
    ALTER TABLE "document" ADD "issue_by" date;
    ALTER TABLE "document" ADD "submitted_on" date;
    ALTER TABLE "document" ADD "submissions" integer NOT NULL DEFAULT '0';
    ALTER TABLE "document" ADD "is_sample" boolean NOT NULL DEFAULT false;
    ALTER TABLE "appendix" ADD "is_sample" boolean NOT NULL DEFAULT false;
    CREATE INDEX "IDX_63bb9adbe841b9a065e05736e3" ON "document" ("implements_id");
    CREATE INDEX "IDX_473e3e04bd095057b9f16f8f8b" ON "document" ("drafting_unit_id");
    ALTER TABLE "document" ADD CONSTRAINT "document_deadlines" CHECK ( submit_by is null or issue_by is null or submit_by <= issue_by );
    ALTER TABLE "document" ADD CONSTRAINT "FK_63bb9adbe841b9a065e05736e30" FOREIGN KEY ("implements_id") REFERENCES "document"("id");
    ALTER TABLE "document" ADD CONSTRAINT "FK_473e3e04bd095057b9f16f8f8ba" FOREIGN KEY ("drafting_unit_id") REFERENCES "unit"("id");
    ALTER TABLE "consultation" ADD CONSTRAINT "FK_1402a2196519f7502569836e68a" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE;
    ALTER TABLE "consultation" ADD CONSTRAINT "FK_4eb25adb5b041126e2de2ed63f0" FOREIGN KEY ("unit_id") REFERENCES "unit"("id");
    ALTER TABLE "consultation" ADD CONSTRAINT "FK_91c5f8074756276bbd6bfb383a0" FOREIGN KEY ("recorded_by_id") REFERENCES "account"("id");
    ALTER TABLE "consultation" ADD CONSTRAINT "FK_076ca4d2a07b4f31e29be8efb69" FOREIGN KEY ("resolved_by_id") REFERENCES "account"("id");
    ALTER TABLE "document_step" ADD CONSTRAINT "FK_3c9546d6535980d2c36c583f10c" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE;
    ALTER TABLE "document_step" ADD CONSTRAINT "FK_63509d3e1d773e0b9742650ac7c" FOREIGN KEY ("actor_id") REFERENCES "account"("id");
    ALTER TABLE "document_version" ADD CONSTRAINT "FK_99e07676aba693e25611b1f6c12" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE;
    ALTER TABLE "document_version" ADD CONSTRAINT "FK_0e5fb5db6dc044ea5761bc7a30c" FOREIGN KEY ("written_by_id") REFERENCES "account"("id");
    ALTER TABLE "document_section" ADD CONSTRAINT "FK_dd84131595274dc14c8f7e869e6" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE CASCADE;
`;
