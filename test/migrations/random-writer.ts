import type { DatabaseView } from '../support/database-view';
import type { Chance } from './chance';
import { appendEvent } from './row-history';

const INSERTS: Readonly<Record<string, string>> = {
  unit: `insert into unit (code, name, name_en, short_name, short_name_en, kind) select gen_random_uuid(), 'n', 'n', 'n', 'n', 'DEPARTMENT'`,
  person: `insert into person (code, display_name) select gen_random_uuid(), 'n'`,
  term: `insert into term (code, name, name_en, year_from) select gen_random_uuid(), 'n', 'n', 2021`,
};

const CHANGED: Readonly<Record<string, string>> = { unit: 'name', person: 'display_name', term: 'name' };

/** Writes rows in transactions of random length, on a connection of its own. Rows that an open transaction wrote are left to it. */
export class RandomWriter {
  isOpen = false;
  rolledBack = 0;
  private hasSavepoint = false;
  private readonly held = new Set<string>();

  constructor(
    private readonly view: DatabaseView,
    private readonly tables: readonly string[],
    /** Rows that open transactions wrote, of all writers. */
    private readonly taken: Set<string>,
  ) {}

  /** Begins, writes, goes back to a savepoint, or ends. Gives the number of rows written. */
  async step(chance: Chance): Promise<number> {
    if (!this.isOpen) {
      await this.view.rows('begin');
      this.isOpen = true;
    }
    if (chance.oneIn(8)) return this.end(chance);
    if (chance.oneIn(6)) return this.moveSavepoint();
    return this.write(chance);
  }

  /** Commits what is open. */
  async finish(): Promise<void> {
    if (this.isOpen) await this.commit();
  }

  /** Closes the connection. */
  close(): Promise<void> {
    return this.view.close();
  }

  private async write(chance: Chance): Promise<number> {
    const table = chance.pick(this.tables);
    const id = chance.oneIn(3) ? null : await this.choose(table, chance);
    if (id === null) {
      const { id: made } = await this.view.row<{ id: string }>(`${INSERTS[table]!} returning id`);
      this.hold(made);
      return 1;
    }
    this.hold(id);
    const column = CHANGED[table]!;
    if (chance.oneIn(5)) await this.view.rows(`delete from ${table} where id = $1`, [id]);
    // every eighth changes nothing
    else await this.view.rows(`update ${table} set ${column} = $2 where id = $1`, [id, `name ${chance.below(8)}`]);
    return 1;
  }

  /** A row that this connection sees and no other transaction has written. */
  private async choose(table: string, chance: Chance): Promise<string | null> {
    const rows = await this.view.rows<{ id: string }>(`select id from ${table} order by id`);
    const free = rows.filter(({ id }) => this.held.has(id) || !this.taken.has(id));
    return free.length === 0 ? null : chance.pick(free).id;
  }

  private hold(id: string): void {
    this.held.add(id);
    this.taken.add(id);
  }

  private async moveSavepoint(): Promise<number> {
    await this.view.rows(this.hasSavepoint ? 'rollback to here' : 'savepoint here');
    this.hasSavepoint = !this.hasSavepoint;
    return 0;
  }

  private async end(chance: Chance): Promise<number> {
    if (chance.oneIn(4)) {
      await this.view.rows('rollback');
      this.rolledBack += 1;
      this.forget();
    } else await this.commit();
    return 0;
  }

  private async commit(): Promise<void> {
    await appendEvent(this.view);
    await this.view.rows('commit');
    this.forget();
  }

  private forget(): void {
    for (const id of this.held) this.taken.delete(id);
    this.held.clear();
    this.isOpen = false;
    this.hasSavepoint = false;
  }
}
