import type { DatabaseView } from '../../support/database-view';
import type { Chooser } from './chooser';

/** Names that sort, fold and quote in their own way. None is longer than a short name may be. */
const NAMES = [
  'Đông Anh',
  'Dong Anh',
  'đông anh',
  'Đồng',
  'Động',
  'Ô Chợ Dừa',
  'O Chợ Dừa',
  'Ơ',
  'ơ',
  'Ư',
  'Ủy ban',
  'Ủy ban'.normalize('NFD'),
  'ủy ban',
  'U',
  'O\'Neil "Tân" \\ b',
  '100% _thật_ $1',
  '🏙 Thành phố',
  '\ue000 vùng riêng',
  'co-op',
  'coop',
  'CO OP',
  ' đầu dòng',
  'Zạ',
  'ạ',
  'á',
  'Á',
  'â',
  '1',
  '10',
  '2',
  '',
  'dòng\nmới\tvà <b>',
];
export const MOMENTS = [
  '2023-10-01T00:00:00Z',
  '2023-10-01T00:00:00.001Z',
  '2023-11-13T16:59:59.999Z',
  '2023-11-13T17:00:00Z',
  '2022-12-31T17:00:00Z',
  '2023-01-01T12:00:00Z',
  '2021-01-03T23:30:00Z',
  '2023-03-12T07:30:00Z',
  '2020-02-29T20:00:00.120Z',
];
export const DATES = [
  '2020-02-29',
  '2021-01-03',
  '2021-01-04',
  '2022-12-31',
  '2023-06-30',
  '2023-07-01',
  '2023-11-13',
  '2023-11-14',
  '2024-12-30',
  '2026-01-01',
];
const RELIABILITIES = ['HIGH', 'MEDIUM', 'LOW'];

/** What rows are made with; `made` counts them, over all who write. */
export interface Given {
  readonly view: DatabaseView;
  readonly accountIds: readonly string[];
  readonly choose: Chooser;
  made: number;
}

/** Writes rows of made values. */
export abstract class RowWriter {
  protected readonly view: DatabaseView;
  protected readonly accountIds: readonly string[];
  protected readonly choose: Chooser;

  constructor(protected readonly given: Given) {
    ({ view: this.view, accountIds: this.accountIds, choose: this.choose } = given);
  }

  protected get made(): number {
    return this.given.made;
  }

  /** Inserts so many rows; a row that another one forbids is left out. Gives the ids of those that were inserted. */
  protected async times(count: number, table: string, make: () => Record<string, unknown>): Promise<string[]> {
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) {
      this.given.made += 1;
      const row = { id: this.uuid(), ...make() };
      const columns = Object.keys(row);
      const found = await this.view.rows<{ id: string }>(
        `insert into "${table}" (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})
         on conflict do nothing returning id`,
        Object.values(row),
      );
      ids.push(...found.map(({ id }) => id));
    }
    return ids;
  }

  protected async ids(table: string): Promise<string[]> {
    return (await this.view.rows<{ id: string }>(`select id from "${table}" order by id`)).map(({ id }) => id);
  }

  /** The next of several things: over rows that are made one after the other, each of them comes. */
  protected turn<Thing>(things: readonly Thing[]): Thing {
    return things[this.made % things.length]!;
  }

  protected names(): Record<string, string> {
    return { name: this.name(), name_en: this.name(), short_name: this.name(), short_name_en: this.name() };
  }

  protected source(): Record<string, unknown> {
    return {
      source_citations: this.choose.some(['https://a.test/?q=1&b="2"', 'Báo', ''], this.choose.between(0, 2)),
      source_reliability: this.maybe(this.choose.one(RELIABILITIES)),
      source_note: this.maybe(this.name()),
    };
  }

  protected name(): string {
    return this.choose.one(NAMES);
  }

  protected code(): string {
    return `${this.choose.one(['ma', 'Ma', 'đ', 'z-', 'A_'])}${this.made}`;
  }

  protected maybe<Thing>(thing: Thing, chance = 40): Thing | null {
    return this.choose.percent(chance) ? null : thing;
  }

  protected uuid(): string {
    const digits = Array.from({ length: 32 }, () => this.choose.between(0, 15).toString(16)).join('');
    return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
  }
}
