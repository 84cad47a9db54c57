import { dateOf } from '../../../src/platform/lib/clock';
import type { AskedMoment } from '../../../src/platform/reader/model/declarations';
import type { ReadableType } from '../../../src/platform/reader/model/registry';
import type { DatabaseView } from '../../support/database-view';
import type { Leaf, Shape } from './shape';

/** A row in memory: properties by their paths, in the form in which GraphQL shows them (moments as ISO text, numbers as numbers). */
export interface Row {
  readonly type: ReadableType;
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** All rows of all readable types at one moment, whoever may see them. */
export class World {
  private readonly byId = new Map<string, Row>();

  constructor(
    readonly shape: Shape,
    private readonly rows: ReadonlyMap<string, readonly Row[]>,
    readonly now: Date,
  ) {
    for (const row of [...rows.values()].flat()) this.byId.set(`${row.type.name} ${row.id}`, row);
  }

  /** Every row of a type. */
  all(type: string): readonly Row[] {
    return this.rows.get(type) ?? [];
  }

  /** The row of that id. */
  find(type: string, id: unknown): Row | undefined {
    return this.byId.get(`${type} ${String(id)}`);
  }
}

/**
 * Reads all rows by one plain statement a table. Derived facts come by the expressions that declare them, row by row: they have tests of their own;
 * what is compared here is how they are selected, filtered, sorted and added up.
 */
export async function loadWorld(view: DatabaseView, shape: Shape, now: Date): Promise<World> {
  const rows = new Map<string, readonly Row[]>();
  for (const type of shape.all) rows.set(type.name, await loadRows(view, shape, type, now));
  return new World(shape, rows, now);
}

async function loadRows(view: DatabaseView, shape: Shape, type: ReadableType, now: Date): Promise<Row[]> {
  const stored = [...type.stored.values()]
    .filter(({ sqlType }) => sqlType !== 'bytea')
    .map(({ path, column }) => `to_json(r."${column}") as "${path}"`);
  const derived = [...type.derived.values()]
    .filter(({ property }) => !isOfTheAsker(type, property))
    .map(({ property, sql }) => `to_json(${sql('r', MOMENT)}) as "${property}"`);
  const from = type.options.rowsFrom?.(MOMENT) ?? `(select * from "${type.table}")`;
  const found = await view.rows<Record<string, unknown>>(
    `select ${[...stored, ...derived].join(', ')} from (select $1::timestamptz, $2::date) as moment(now, today) cross join lateral ${from} r`,
    [now, dateOf(now)],
  );
  const kinds = kindsOf(shape, type);
  return found.map((raw) => {
    const values = Object.fromEntries(
      Object.entries(raw).map(([path, value]) => [path, shown(value, kinds.get(path))]),
    );
    return { type, id: String(values[type.id.path]), values };
  });
}

const MOMENT: AskedMoment = {
  now: 'moment.now',
  today: 'moment.today',
  table: (name: string) => `"${name}"`,
  unlogged: (name: string) => `"${name.replace('.', '"."')}"`,
  shifted: (realMoment: string) => realMoment,
  globalId: () => {
    throw new Error('Ids within a fact are written down in the reference itself.');
  },
  get actor(): never {
    throw new Error('A fact that depends on who asks is written down in the reference itself.');
  },
};

/** Who did it is shown by right, so the reference makes it of the columns. */
function isOfTheAsker(type: ReadableType, property: string): boolean {
  return (type.name === 'Event' && property === 'actor') || property.startsWith('isViewersTo');
}

/** How the value of each property is shown: by its column's type, or by its field's. */
function kindsOf(shape: Shape, type: ReadableType): Map<string, string | ReadonlyMap<string, Leaf>> {
  const kinds = new Map<string, string | ReadonlyMap<string, Leaf>>();
  for (const { path, sqlType } of type.stored.values()) if (sqlType === 'timestamptz') kinds.set(path, 'DateTime');
  for (const field of shape.of(type.name).values()) {
    if (field.kind === 'leaf' && field.scalar === 'BigInt') kinds.set(field.name, 'BigInt');
  }
  for (const { property } of type.derived.values()) {
    const field = shape.of(type.name).get(property);
    if (field?.kind === 'leaf') kinds.set(property, field.scalar);
    if (field?.kind === 'object') kinds.set(property, field.members);
  }
  return kinds;
}

function shown(value: unknown, kind: string | ReadonlyMap<string, Leaf> | undefined): unknown {
  if (value === null || kind === undefined) return value;
  // amounts are made small enough for a number; as text they leave
  if (kind === 'BigInt') return (value as number).toString();
  if (kind === 'DateTime') return momentText(value as string);
  if (typeof kind === 'string') return value;
  if (Array.isArray(value)) return value.map((one) => shown(one, kind));
  return Object.fromEntries(
    [...kind.values()].map(({ name, scalar }) => [
      name,
      shown((value as Record<string, unknown>)[name] ?? null, scalar),
    ]),
  );
}

/** A moment as the API writes it. Finer than a millisecond would be equal there and different here. */
function momentText(text: string): string {
  if (/\.\d{3}\d*[1-9]/.test(text)) throw new Error(`The moment ${text} is finer than the API's milliseconds.`);
  return new Date(text).toISOString();
}
