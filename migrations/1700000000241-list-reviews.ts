import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units are asked to go through what they have on a list, and say whether anything must change. */
export class ListReviews1700000000241 implements MigrationInterface {
  name = 'ListReviews1700000000241';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table "list_review" (
      "id" uuid not null default gen_random_uuid(),
      "appendix_id" uuid not null,
      "unit_id" uuid not null,
      "opened_on" date not null,
      "due_on" date not null,
      "confirmed_by_id" uuid,
      "confirmed_at" timestamptz,
      "note" text,
      "is_sample" boolean not null default false,
      constraint "list_review_dates" check (opened_on <= due_on),
      constraint "PK_575484930956ffd07a2e803f358" primary key ("id"),
      constraint "FK_42a6440550f27a158ddb92fd46a" foreign key ("appendix_id") references "appendix"("id") on delete cascade,
      constraint "FK_33c20cd9eaaf44d38a5e2c14b4f" foreign key ("unit_id") references "unit"("id"),
      constraint "FK_f0bb80eff407900d9832219c5e4" foreign key ("confirmed_by_id") references "account"("id")
    )`);
    await runner.query(
      `create unique index "IDX_831852d53ed2c494c291638b17" on "list_review" ("appendix_id", "unit_id", "opened_on")`,
    );
    await runner.query(`create index "IDX_33c20cd9eaaf44d38a5e2c14b4" on "list_review" ("unit_id")`);
    await runner.query(`create index "IDX_f0bb80eff407900d9832219c5e" on "list_review" ("confirmed_by_id")`);
    await runner.query(`select keep_history('list_review')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`select drop_history('list_review')`);
    await runner.query('drop table "list_review"');
  }
}
