import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The name of a screen that was revoked is free: a link that was lost is made up for by revoking the screen and making it again. */
export class NamesOfScreens1700000000130 implements MigrationInterface {
  name = 'NamesOfScreens1700000000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index "IDX_586e05edd180b07c41035fe36e"`);
    await runner.query(`create unique index display_name_in_use on display (name) where revoked_at is null`);
    await runner.query(`drop index display_history_name_made_epoch_made_by_idx`);
    await runner.query(`create index display_history_name_in_use on display_history (name, made_epoch, made_by)
      where revoked_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index display_history_name_in_use`);
    await runner.query(`create index display_history_name_made_epoch_made_by_idx
      on display_history (name, made_epoch, made_by)`);
    await runner.query(`drop index display_name_in_use`);
    // of those that share a name, the revoked ones say when they ended
    await runner.query(`update display d set name = name || ' (' || revoked_at || ')' where revoked_at is not null
      and exists (select from display o where o.name = d.name and o.id <> d.id)`);
    await runner.query(`create unique index "IDX_586e05edd180b07c41035fe36e" on display (name)`);
  }
}
