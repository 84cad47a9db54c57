import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of all domains, as TypeORM derives them from the entities. */
export class Tables1700000000000 implements MigrationInterface {
  name = 'Tables1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table "unit_role", "trajectory_point", "target", "measurement", "indicator", "display", "progress_report", "reporting_cycle", "milestone", "work_item", "objective", "committee_membership", "steering_committee", "chronicle_entry", "appendix", "document", "programme", "term", "account_secret", "account_role", "access_token", "account", "unit_succession", "person", "unit" cascade`,
    );
  }
}

const TABLES = `
    CREATE TABLE "unit" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "code" text NOT NULL,
      "name" text NOT NULL,
      "name_en" text NOT NULL,
      "short_name" text NOT NULL,
      "short_name_en" text NOT NULL,
      "kind" text NOT NULL,
      "parent_id" uuid,
      "valid_from" date,
      "valid_to" date,
      "is_sample" boolean NOT NULL DEFAULT false,
      "source_citations" text array NOT NULL DEFAULT '{}',
      "source_reliability" text,
      "source_note" text,
      CONSTRAINT "unit_dates" CHECK (valid_to is null or valid_from is null or valid_from <= valid_to),
      CONSTRAINT "unit_short_name_length" CHECK (char_length(short_name) <= 24 and char_length(short_name_en) <= 24),
      CONSTRAINT "PK_4252c4be609041e559f0c80f58a" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_dfb75cdb2a790fb84327e1d1b1" ON "unit" ("code");
    CREATE INDEX "IDX_33443cd5de3c6b130acfd6aba6" ON "unit" ("parent_id");
    CREATE TABLE "person" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "code" text NOT NULL,
      "display_name" text NOT NULL,
      "unit_id" uuid,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_f4d2a1a6767e8b4c143642a991" ON "person" ("code");
    CREATE INDEX "IDX_1ccc95c9861eb01e5303cf22e3" ON "person" ("unit_id");
    CREATE TABLE "unit_succession" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "predecessor_id" uuid NOT NULL,
      "successor_id" uuid NOT NULL,
      "effective_on" date NOT NULL,
      "share" numeric(5,4) NOT NULL,
      "source_citations" text array NOT NULL DEFAULT '{}',
      "source_reliability" text,
      "source_note" text,
      CONSTRAINT "unit_succession_share" CHECK (share > 0 and share <= 1),
      CONSTRAINT "PK_0f8565299b27ed4a6eee7eb27e3" PRIMARY KEY ("id")
    );
    CREATE INDEX "IDX_3ee4f090790b8de076b47f6a2a" ON "unit_succession" ("successor_id");
    CREATE UNIQUE INDEX "IDX_bacd572a80ea255d8aead4a7f3" ON "unit_succession" ("predecessor_id", "successor_id");
    CREATE TABLE "account" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "email" text,
      "display_name" text NOT NULL,
      "unit_id" uuid,
      "disabled_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "PK_54115ee388cdb6d86bb4bf5b2ea" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_4c8f96ccf523e9a3faefd5bdd4" ON "account" ("email");
    CREATE INDEX "IDX_098d24759a6aeeabc4a082526c" ON "account" ("unit_id");
    CREATE TABLE "access_token" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "account_id" uuid NOT NULL,
      "token_hash" bytea NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "revoked_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "PK_f20f028607b2603deabd8182d12" PRIMARY KEY ("id")
    );
    CREATE INDEX "IDX_97ca63ca3197a7fbb93f36c81e" ON "access_token" ("account_id");
    CREATE UNIQUE INDEX "IDX_d1e0f699436608cc429896f991" ON "access_token" ("token_hash");
    CREATE TABLE "account_role" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "account_id" uuid NOT NULL,
      "role" text NOT NULL,
      "unit_id" uuid,
      CONSTRAINT "PK_d3890c96feefc95c7cfd788cfda" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_589ac66c4ccd690e3e9fc37339" ON "account_role" ("account_id", "role", "unit_id");
    CREATE TABLE "account_secret" (
      "account_id" uuid NOT NULL,
      "password_hash" text NOT NULL,
      CONSTRAINT "PK_ae328a740df35bb71f7a2d99e82" PRIMARY KEY ("account_id")
    );
    CREATE TABLE "term" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "code" text NOT NULL,
      "name" text NOT NULL,
      "name_en" text NOT NULL,
      "year_from" integer NOT NULL,
      "source_citations" text array NOT NULL DEFAULT '{}',
      "source_reliability" text,
      "source_note" text,
      CONSTRAINT "PK_55b0479f0743f2e5d5ec414821e" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_496d287deb4f0b05f9536cb8ef" ON "term" ("code");
    CREATE TABLE "programme" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "code" text NOT NULL,
      "number" integer NOT NULL,
      "title" text,
      "title_en" text NOT NULL,
      "short_name" text NOT NULL,
      "short_name_en" text NOT NULL,
      "period_from" integer NOT NULL,
      "period_to" integer NOT NULL,
      "issued_on" date,
      "issuer" text,
      "general_goal" text,
      "term_id" uuid NOT NULL,
      "standing_agency_id" uuid,
      "source_citations" text array NOT NULL DEFAULT '{}',
      "source_reliability" text,
      "source_note" text,
      CONSTRAINT "programme_short_name_length" CHECK (char_length(short_name) <= 24 and char_length(short_name_en) <= 24),
      CONSTRAINT "PK_76ff6b30b74f213944d1ac0a660" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_0cb721fe5a34b811494fb228d9" ON "programme" ("code");
    CREATE INDEX "IDX_17ff56b5175c4ed20d6fd9f699" ON "programme" ("term_id");
    CREATE INDEX "IDX_b706d7b6df3c4e539d26b6b16b" ON "programme" ("standing_agency_id");
    CREATE TABLE "document" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "code" text NOT NULL,
      "programme_id" uuid,
      "number" text,
      "kind" text NOT NULL,
      "title" text NOT NULL,
      "title_en" text NOT NULL,
      "issuer" text,
      "year" integer,
      "issued_on" date,
      "reported_on" date,
      "source_citations" text array NOT NULL DEFAULT '{}',
      "source_reliability" text,
      "source_note" text,
      CONSTRAINT "PK_e57d3357f83f3cdc0acffc3d777" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_28ee74d5be6f7e759127875d72" ON "document" ("code");
    CREATE INDEX "IDX_213b070d11f70f766cf81d703c" ON "document" ("programme_id");
    CREATE TABLE "appendix" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "code" text NOT NULL,
      "document_id" uuid NOT NULL,
      "title" text NOT NULL,
      "title_en" text NOT NULL,
      "expected_count" integer NOT NULL,
      "source_citations" text array NOT NULL DEFAULT '{}',
      "source_reliability" text,
      "source_note" text,
      CONSTRAINT "appendix_expected_count" CHECK (expected_count > 0),
      CONSTRAINT "PK_eda110b4f7ebacbc7b7df0b0ffd" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_1f665d03aa6750884baec057a7" ON "appendix" ("code");
    CREATE INDEX "IDX_833f862c977c2d540b9c818e64" ON "appendix" ("document_id");
    CREATE TABLE "chronicle_entry" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "programme_id" uuid NOT NULL,
      "happened_on" date NOT NULL,
      "kind" text NOT NULL,
      "text" text NOT NULL,
      "text_en" text NOT NULL,
      "source_citations" text array NOT NULL DEFAULT '{}',
      "source_reliability" text,
      "source_note" text,
      CONSTRAINT "PK_9d0c19d2f67882167e984b77d99" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_a4647d2cce6291d8962c5053f5" ON "chronicle_entry" ("programme_id", "happened_on", "kind");
    CREATE TABLE "steering_committee" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "programme_id" uuid NOT NULL,
      "name" text NOT NULL,
      "name_en" text NOT NULL,
      CONSTRAINT "PK_2575d3493a4e9830685e2a5b0f0" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_ea858a6061aa0409b1040eaba0" ON "steering_committee" ("programme_id");
    CREATE TABLE "committee_membership" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "committee_id" uuid NOT NULL,
      "role" text NOT NULL,
      "role_name" text NOT NULL,
      "office" text NOT NULL,
      "rank" integer NOT NULL,
      "as_of" date NOT NULL,
      "source_citations" text array NOT NULL DEFAULT '{}',
      "source_reliability" text,
      "source_note" text,
      CONSTRAINT "PK_2bae6959a4a0ad86681b4bea478" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_632556cfe9c509a1aa042ef414" ON "committee_membership" ("committee_id", "role", "office", "as_of");
    CREATE TABLE "objective" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "programme_id" uuid NOT NULL,
      "number" text NOT NULL,
      "text" text NOT NULL,
      "source_citations" text array NOT NULL DEFAULT '{}',
      "source_reliability" text,
      "source_note" text,
      CONSTRAINT "PK_1084365b2a588160b31361a252e" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_9bec1f520220029603b5f06c85" ON "objective" ("programme_id", "number");
    CREATE TABLE "work_item" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "code" text NOT NULL,
      "number" integer NOT NULL,
      "kind" text NOT NULL,
      "title" text NOT NULL,
      "title_en" text NOT NULL,
      "short_name" text NOT NULL,
      "short_name_en" text NOT NULL,
      "programme_id" uuid NOT NULL,
      "appendix_id" uuid NOT NULL,
      "lead_unit_id" uuid NOT NULL,
      "responsible_person_id" uuid,
      "starts_on" date NOT NULL,
      "due_on" date NOT NULL,
      "percent_complete" numeric(5,2) NOT NULL DEFAULT '0',
      "completed_on" date,
      "claimed_health" text,
      "verified_health" text,
      "last_reported_at" TIMESTAMP WITH TIME ZONE,
      "last_reported_period_ends_on" date,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "work_item_percent" CHECK (percent_complete between 0 and 100),
      CONSTRAINT "work_item_dates" CHECK (starts_on <= due_on),
      CONSTRAINT "work_item_short_name_length" CHECK (char_length(short_name) <= 24 and char_length(short_name_en) <= 24),
      CONSTRAINT "PK_ef6a53d98d3a483417ae3334144" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_df944e6be644fdefdc66877425" ON "work_item" ("code");
    CREATE INDEX "IDX_e1c38bef55823cd11fa5095852" ON "work_item" ("programme_id");
    CREATE INDEX "IDX_ebffca2bd3107f22591cd2b756" ON "work_item" ("lead_unit_id");
    CREATE INDEX "IDX_eb1e9496cb6a618f60b357c4e3" ON "work_item" ("responsible_person_id");
    CREATE UNIQUE INDEX "IDX_65d2929dcf4eb9329861daaa20" ON "work_item" ("appendix_id", "number");
    CREATE TABLE "milestone" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "work_item_id" uuid NOT NULL,
      "number" integer NOT NULL,
      "title" text NOT NULL,
      "title_en" text NOT NULL,
      "due_on" date NOT NULL,
      "planned_percent" numeric(5,2) NOT NULL,
      "reached_on" date,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "milestone_percent" CHECK (planned_percent between 0 and 100),
      CONSTRAINT "PK_f8372abce331f60ba7b33fe23a7" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_366db2ab584fd984386f7a69bf" ON "milestone" ("work_item_id", "number");
    CREATE TABLE "reporting_cycle" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "programme_id" uuid NOT NULL,
      "period" text NOT NULL,
      "ends_on" date NOT NULL,
      "opens_on" date NOT NULL,
      "due_on" date NOT NULL,
      "closes_on" date NOT NULL,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "reporting_cycle_dates" CHECK (opens_on <= due_on and due_on <= closes_on),
      CONSTRAINT "PK_e4f49976fc744c6b3ce7132e832" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_ed07e1fd2910f5dcb78bb5c83c" ON "reporting_cycle" ("programme_id", "period");
    CREATE TABLE "progress_report" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "receipt_code" text NOT NULL,
      "work_item_id" uuid NOT NULL,
      "cycle_id" uuid NOT NULL,
      "period" text NOT NULL,
      "unit_id" uuid NOT NULL,
      "state" text NOT NULL,
      "percent_complete" numeric(5,2) NOT NULL,
      "summary" text NOT NULL,
      "difficulties" text,
      "proposals" text,
      "claimed_health" text,
      "health_reason" text,
      "decrease_reason" text,
      "lateness_reason" text,
      "is_late" boolean NOT NULL,
      "milestone_ids" uuid array NOT NULL DEFAULT '{}',
      "submitted_by_id" uuid NOT NULL,
      "submitted_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "unit_approved_by_id" uuid,
      "unit_approved_at" TIMESTAMP WITH TIME ZONE,
      "accepted_by_id" uuid,
      "accepted_at" TIMESTAMP WITH TIME ZONE,
      "review_note" text,
      "superseded_at" TIMESTAMP WITH TIME ZONE,
      "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "version" integer NOT NULL,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "progress_report_percent" CHECK (percent_complete between 0 and 100),
      CONSTRAINT "PK_de44d4f311d5a0132f49f9f0820" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_657d4a660047369e72027d70e4" ON "progress_report" ("receipt_code");
    CREATE INDEX "IDX_0f73a8aa3c1788667bfc10ef6b" ON "progress_report" ("cycle_id");
    CREATE INDEX "IDX_97feb488c810806cea92ca49f8" ON "progress_report" ("unit_id");
    CREATE INDEX "IDX_c79c433a9cd53a8aaed1fcad80" ON "progress_report" ("submitted_by_id");
    CREATE INDEX "IDX_2893e17965d8354bd6d623e72f" ON "progress_report" ("changed_at", "id");
    CREATE INDEX "IDX_d6136f20c59e6085e53f8e8635" ON "progress_report" ("work_item_id", "changed_at", "id");
    CREATE UNIQUE INDEX "progress_report_one_accepted" ON "progress_report" ("work_item_id", "cycle_id") WHERE state = 'ACCEPTED' and superseded_at is null;
    CREATE UNIQUE INDEX "progress_report_one_pending" ON "progress_report" ("work_item_id", "cycle_id") WHERE state in ('SUBMITTED', 'UNIT_APPROVED');
    CREATE TABLE "display" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "name" text NOT NULL,
      "programme_id" uuid NOT NULL,
      "account_id" uuid NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "revoked_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "PK_a182ee331ff540498c3fcad9923" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_586e05edd180b07c41035fe36e" ON "display" ("name");
    CREATE INDEX "IDX_20f52432deabb274dc6394e959" ON "display" ("programme_id");
    CREATE INDEX "IDX_b47cb1ec530367856c1e3e684f" ON "display" ("account_id");
    CREATE TABLE "indicator" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "code" text NOT NULL,
      "name" text NOT NULL,
      "name_en" text NOT NULL,
      "unit_of_measure" text,
      "unit_of_measure_en" text,
      "is_sample" boolean NOT NULL DEFAULT false,
      "source_citations" text array NOT NULL DEFAULT '{}',
      "source_reliability" text,
      "source_note" text,
      CONSTRAINT "PK_4693fe4c2cb912a71e05c589e7e" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_843bf8c0de69be8ea15fdc25fb" ON "indicator" ("code");
    CREATE TABLE "measurement" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "indicator_id" uuid NOT NULL,
      "period" text NOT NULL,
      "ends_on" date NOT NULL,
      "value" numeric NOT NULL,
      "state" text NOT NULL,
      "note" text,
      "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "is_sample" boolean NOT NULL DEFAULT false,
      "source_citations" text array NOT NULL DEFAULT '{}',
      "source_reliability" text,
      "source_note" text,
      CONSTRAINT "PK_742ff3cc0dcbbd34533a9071dfd" PRIMARY KEY ("id")
    );
    CREATE INDEX "IDX_d71c72ae7398e167ff98c94b79" ON "measurement" ("indicator_id", "state", "ends_on", "recorded_at");
    CREATE TABLE "target" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "programme_id" uuid NOT NULL,
      "number" text NOT NULL,
      "name" text NOT NULL,
      "name_en" text NOT NULL,
      "short_name" text NOT NULL,
      "short_name_en" text NOT NULL,
      "comparator" text NOT NULL,
      "value" numeric,
      "value_high" numeric,
      "wording" text NOT NULL,
      "due_on" date NOT NULL,
      "baseline" numeric,
      "baseline_on" date,
      "indicator_id" uuid NOT NULL,
      "assessed_health" text,
      "is_sample" boolean NOT NULL DEFAULT false,
      "source_citations" text array NOT NULL DEFAULT '{}',
      "source_reliability" text,
      "source_note" text,
      CONSTRAINT "target_range" CHECK (comparator <> 'RANGE' or value_high >= value),
      CONSTRAINT "target_short_name_length" CHECK (char_length(short_name) <= 24 and char_length(short_name_en) <= 24),
      CONSTRAINT "PK_9d962204b13c18851ea88fc72f3" PRIMARY KEY ("id")
    );
    CREATE INDEX "IDX_a861c493e85a2cc2034f11ab3d" ON "target" ("indicator_id");
    CREATE UNIQUE INDEX "IDX_64685e8efc6123111b54bf29af" ON "target" ("programme_id", "number");
    CREATE TABLE "trajectory_point" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "target_id" uuid NOT NULL,
      "period" text NOT NULL,
      "ends_on" date NOT NULL,
      "expected" numeric NOT NULL,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "PK_a82a294355830d422d152414dde" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "IDX_870129cca8030993e99db67b81" ON "trajectory_point" ("target_id", "period");
    CREATE TABLE "unit_role" (
      "id" uuid NOT NULL DEFAULT gen_random_uuid(),
      "work_item_id" uuid NOT NULL,
      "role" text NOT NULL,
      "unit_id" uuid NOT NULL,
      "rank" integer NOT NULL,
      "is_sample" boolean NOT NULL DEFAULT false,
      CONSTRAINT "PK_80b473805937f52110f2efd4b99" PRIMARY KEY ("id")
    );
    CREATE INDEX "IDX_37b40dc951eb1fc54dfa1f27e6" ON "unit_role" ("unit_id");
    CREATE UNIQUE INDEX "unit_role_one_lead" ON "unit_role" ("work_item_id") WHERE role = 'LEAD';
    CREATE UNIQUE INDEX "IDX_324eeb02ac5646461963e78aa6" ON "unit_role" ("work_item_id", "unit_id");
    ALTER TABLE "unit" ADD CONSTRAINT "FK_33443cd5de3c6b130acfd6aba63" FOREIGN KEY ("parent_id") REFERENCES "unit"("id");
    ALTER TABLE "person" ADD CONSTRAINT "FK_1ccc95c9861eb01e5303cf22e34" FOREIGN KEY ("unit_id") REFERENCES "unit"("id");
    ALTER TABLE "unit_succession" ADD CONSTRAINT "FK_0b5e83cc155cae1f0072ec4934f" FOREIGN KEY ("predecessor_id") REFERENCES "unit"("id");
    ALTER TABLE "unit_succession" ADD CONSTRAINT "FK_3ee4f090790b8de076b47f6a2a2" FOREIGN KEY ("successor_id") REFERENCES "unit"("id");
    ALTER TABLE "account" ADD CONSTRAINT "FK_098d24759a6aeeabc4a082526c1" FOREIGN KEY ("unit_id") REFERENCES "unit"("id");
    ALTER TABLE "access_token" ADD CONSTRAINT "FK_97ca63ca3197a7fbb93f36c81e5" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE;
    ALTER TABLE "account_role" ADD CONSTRAINT "FK_9a9f1af0ee8fab2683a16e8df7e" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE;
    ALTER TABLE "account_role" ADD CONSTRAINT "FK_b680ffff5cb885e64a43a6b60fb" FOREIGN KEY ("unit_id") REFERENCES "unit"("id");
    ALTER TABLE "account_secret" ADD CONSTRAINT "FK_ae328a740df35bb71f7a2d99e82" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE;
    ALTER TABLE "programme" ADD CONSTRAINT "FK_17ff56b5175c4ed20d6fd9f699f" FOREIGN KEY ("term_id") REFERENCES "term"("id");
    ALTER TABLE "programme" ADD CONSTRAINT "FK_b706d7b6df3c4e539d26b6b16b7" FOREIGN KEY ("standing_agency_id") REFERENCES "unit"("id");
    ALTER TABLE "document" ADD CONSTRAINT "FK_213b070d11f70f766cf81d703cc" FOREIGN KEY ("programme_id") REFERENCES "programme"("id");
    ALTER TABLE "appendix" ADD CONSTRAINT "FK_833f862c977c2d540b9c818e644" FOREIGN KEY ("document_id") REFERENCES "document"("id");
    ALTER TABLE "chronicle_entry" ADD CONSTRAINT "FK_4420064f09dddc073db39f26755" FOREIGN KEY ("programme_id") REFERENCES "programme"("id");
    ALTER TABLE "steering_committee" ADD CONSTRAINT "FK_ea858a6061aa0409b1040eaba0a" FOREIGN KEY ("programme_id") REFERENCES "programme"("id");
    ALTER TABLE "committee_membership" ADD CONSTRAINT "FK_b64fe20bc1b842d445e74bdabe5" FOREIGN KEY ("committee_id") REFERENCES "steering_committee"("id");
    ALTER TABLE "objective" ADD CONSTRAINT "FK_c682ee355c5c99aca21bfc26b56" FOREIGN KEY ("programme_id") REFERENCES "programme"("id");
    ALTER TABLE "work_item" ADD CONSTRAINT "FK_e1c38bef55823cd11fa5095852e" FOREIGN KEY ("programme_id") REFERENCES "programme"("id");
    ALTER TABLE "work_item" ADD CONSTRAINT "FK_74de4d1332ee0392709d03ffbbb" FOREIGN KEY ("appendix_id") REFERENCES "appendix"("id");
    ALTER TABLE "work_item" ADD CONSTRAINT "FK_ebffca2bd3107f22591cd2b7568" FOREIGN KEY ("lead_unit_id") REFERENCES "unit"("id");
    ALTER TABLE "work_item" ADD CONSTRAINT "FK_eb1e9496cb6a618f60b357c4e34" FOREIGN KEY ("responsible_person_id") REFERENCES "person"("id");
    ALTER TABLE "milestone" ADD CONSTRAINT "FK_68db5fee6dadc0e6b264913c3fc" FOREIGN KEY ("work_item_id") REFERENCES "work_item"("id") ON DELETE CASCADE;
    ALTER TABLE "reporting_cycle" ADD CONSTRAINT "FK_f8cbf2d5d2b1dc17b86725321c0" FOREIGN KEY ("programme_id") REFERENCES "programme"("id");
    ALTER TABLE "progress_report" ADD CONSTRAINT "FK_9aa7ddb9645bf5e41bc0f1e3cb3" FOREIGN KEY ("work_item_id") REFERENCES "work_item"("id");
    ALTER TABLE "progress_report" ADD CONSTRAINT "FK_0f73a8aa3c1788667bfc10ef6b5" FOREIGN KEY ("cycle_id") REFERENCES "reporting_cycle"("id");
    ALTER TABLE "progress_report" ADD CONSTRAINT "FK_97feb488c810806cea92ca49f86" FOREIGN KEY ("unit_id") REFERENCES "unit"("id");
    ALTER TABLE "progress_report" ADD CONSTRAINT "FK_c79c433a9cd53a8aaed1fcad80a" FOREIGN KEY ("submitted_by_id") REFERENCES "account"("id");
    ALTER TABLE "progress_report" ADD CONSTRAINT "FK_b94f2a76507b3d0d70840369c1c" FOREIGN KEY ("unit_approved_by_id") REFERENCES "account"("id");
    ALTER TABLE "progress_report" ADD CONSTRAINT "FK_69e04547fd2f8723da1c607aafc" FOREIGN KEY ("accepted_by_id") REFERENCES "account"("id");
    ALTER TABLE "display" ADD CONSTRAINT "FK_20f52432deabb274dc6394e9590" FOREIGN KEY ("programme_id") REFERENCES "programme"("id");
    ALTER TABLE "display" ADD CONSTRAINT "FK_b47cb1ec530367856c1e3e684f5" FOREIGN KEY ("account_id") REFERENCES "account"("id");
    ALTER TABLE "measurement" ADD CONSTRAINT "FK_4a5471207e8878d1fd5f2d1ee89" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id");
    ALTER TABLE "target" ADD CONSTRAINT "FK_eadb4b5c2d79fffb77c1679163d" FOREIGN KEY ("programme_id") REFERENCES "programme"("id");
    ALTER TABLE "target" ADD CONSTRAINT "FK_a861c493e85a2cc2034f11ab3d0" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id");
    ALTER TABLE "trajectory_point" ADD CONSTRAINT "FK_4132376f644e26641871adbf40c" FOREIGN KEY ("target_id") REFERENCES "target"("id");
    ALTER TABLE "unit_role" ADD CONSTRAINT "FK_15649e1797633d8e68218cc09de" FOREIGN KEY ("work_item_id") REFERENCES "work_item"("id") ON DELETE CASCADE;
    ALTER TABLE "unit_role" ADD CONSTRAINT "FK_37b40dc951eb1fc54dfa1f27e65" FOREIGN KEY ("unit_id") REFERENCES "unit"("id");
`;
