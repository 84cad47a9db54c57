import type { RowChanges, TableChanges } from '../../../src/platform/reader/model/row-changes';
import type { DatabaseView } from '../../support/database-view';
import type { Chooser } from './chooser';
import { DATES } from './row-writer';

type Row = Readonly<Record<string, unknown>>;

/** Rows that are made, of what there is: changed ones, new ones, and the ids of some that are gone. */
interface Made {
  readonly changed: readonly Row[];
  readonly added?: readonly Row[];
  readonly removed?: readonly Row[];
}

/** Makes changes of rows that the database would take: of items, their milestones and roles, of targets and lists. */
export class ChangeMaker {
  private made = 0;

  private choose!: Chooser;

  constructor(private readonly view: DatabaseView) {}

  async make(choose: Chooser): Promise<RowChanges> {
    this.choose = choose;
    const items = await this.rows('work_item');
    return {
      work_item: this.items(items),
      milestone: this.milestones(await this.rows('milestone'), items),
      unit_role: this.roles(await this.rows('unit_role'), items, await this.rows('unit')),
      target: this.targets(await this.rows('target')),
      appendix: this.appendices(await this.rows('appendix')),
    };
  }

  private items(rows: readonly Row[]): TableChanges {
    const leads = rows.map(({ lead_unit_id: id }) => id);
    const change = (row: Row): Row => ({
      ...row,
      ...this.dates(),
      title: `${String(row.title)} ${this.mark()}`,
      lead_unit_id: this.choose.one(leads),
      responsible_person_id: this.choose.percent(50) ? null : row.responsible_person_id,
      percent_complete: this.choose.between(0, 100),
      completed_on: this.choose.percent(30) ? this.choose.one(DATES) : null,
      is_in_force: this.choose.percent(80),
      approval_level: this.choose.one([null, 'UNIT', 'PARTY_COMMITTEE', row.approval_level]),
    });
    const added = this.choose.some(rows, 4).map((row) => ({
      ...change(row),
      id: this.uuid(),
      code: `n${this.mark()}`,
      number: 1000 + this.made,
    }));
    return of({ changed: this.some(rows, 40).map(change), added });
  }

  private milestones(rows: readonly Row[], items: readonly Row[]): TableChanges {
    const change = (row: Row): Row => ({
      ...row,
      due_on: this.choose.one(DATES),
      planned_percent: this.choose.between(0, 100),
      reached_on: this.choose.percent(50) ? this.choose.one(DATES) : null,
    });
    const added = this.choose.some(rows, 6).map((row) => ({
      ...change(row),
      id: this.uuid(),
      work_item_id: this.choose.one(items).id,
      number: 1000 + this.count(),
    }));
    const [changed, removed] = this.apart(rows, 40, 12);
    return of({ changed: changed.map(change), added, removed });
  }

  private roles(rows: readonly Row[], items: readonly Row[], units: readonly Row[]): TableChanges {
    const taken = new Set(rows.map(({ work_item_id: item, unit_id: unit }) => `${String(item)} ${String(unit)}`));
    const [changed, removed] = this.apart(
      rows.filter(({ role }) => role !== 'LEAD'),
      30,
      10,
    );
    const added = this.choose.some(changed, 6).flatMap((row) => {
      const place = { work_item_id: this.choose.one(items).id, unit_id: this.choose.one(units).id };
      const name = `${String(place.work_item_id)} ${String(place.unit_id)}`;
      if (taken.has(name)) return [];
      taken.add(name);
      return [{ ...row, ...place, id: this.uuid() }];
    });
    return of({ changed: changed.map((row) => ({ ...row, rank: this.choose.between(0, 9) })), added, removed });
  }

  private targets(rows: readonly Row[]): TableChanges {
    const more = (value: unknown) => (value === null ? null : Number(value) + 1);
    const changed = this.some(rows, 20).map((row) => ({
      ...row,
      due_on: this.choose.one(DATES),
      value: more(row.value),
      value_high: more(row.value_high),
    }));
    return of({ changed });
  }

  private appendices(rows: readonly Row[]): TableChanges {
    const changed = this.some(rows, 3).map((row) => ({
      ...row,
      title: `${String(row.title)} ${this.mark()}`,
      expected_count: this.choose.between(1, 40),
    }));
    return of({ changed });
  }

  private dates(): Row {
    const [starts_on, due_on] = [this.choose.one(DATES), this.choose.one(DATES)].sort();
    return { starts_on, due_on };
  }

  private some(rows: readonly Row[], most: number): Row[] {
    return this.choose.some(rows, this.choose.between(Math.ceil(most / 2), most));
  }

  /** Some rows, and some others. */
  private apart(rows: readonly Row[], most: number, mostOthers: number): [Row[], Row[]] {
    const all = this.choose.some(rows, most + mostOthers);
    return [all.slice(mostOthers), all.slice(0, mostOthers)];
  }

  private async rows(table: string): Promise<Row[]> {
    const found = await this.view.rows<{ row: Row }>(`select to_jsonb(t) as row from "${table}" t order by id`);
    return found.map(({ row }) => row);
  }

  private count(): number {
    this.made += 1;
    return this.made;
  }

  private mark(): string {
    return `${this.choose.one(['Ô', 'z', 'đ', '_', '"\\'])}${this.count()}`;
  }

  private uuid(): string {
    const digits = Array.from({ length: 32 }, () => this.choose.between(0, 15).toString(16)).join('');
    return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
  }
}

function of({ changed, added = [], removed = [] }: Made): TableChanges {
  return { rows: [...changed, ...added], removed: removed.map(({ id }) => String(id)) };
}

/** Writes what was made: what is gone, what has changed, what is new. */
export async function writeChanges(view: DatabaseView, changes: RowChanges): Promise<void> {
  await view.rows('begin');
  for (const [table, { rows, removed }] of Object.entries(changes)) {
    await view.rows(`delete from "${table}" where id = any($1)`, [removed]);
    for (const row of rows) {
      const columns = Object.keys(row).map((name) => `"${name}"`);
      const made = `select ${columns.map((name) => `m.${name}`).join(', ')} from jsonb_populate_record(null::"${table}", $1::jsonb) m`;
      await view.rows(
        `insert into "${table}" (${columns.join(', ')}) ${made}
         on conflict (id) do update set ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}`,
        [JSON.stringify(row)],
      );
    }
  }
  await view.rows('commit');
}
