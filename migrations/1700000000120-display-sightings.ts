import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each screen was last seen, so that the list of screens says what is true of them. */
export class DisplaySightings1700000000120 implements MigrationInterface {
  name = 'DisplaySightings1700000000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table "display_sighting" (
      "display_id" uuid not null,
      "seen_at" timestamptz not null,
      constraint "PK_display_sighting" primary key ("display_id"),
      constraint "FK_f0c2c0c8aff99c15b91f2ce870c" foreign key ("display_id") references "display"("id") on delete cascade
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table "display_sighting"`);
  }
}
