import { buildSchema } from 'graphql';
import type { ReadableType, Registry } from '../../../src/platform/reader/model/registry';
import type { Asker } from './rights';
import { Seen } from './seen';
import { Shape } from './shape';
import { type Row, World } from './world';

// names of real types, since rights are known by them; everything else is as small as can be
const SDL = `
  scalar Date scalar DateTime scalar Period scalar Cursor
  interface Node { id: ID! }
  enum Kind {
    "Lớn.\\nBig."
    ZEBRA
    "Nhỏ: con kiến.\\nSmall: an ant."
    ANT
  }
  type Freshness { ageDays: Int isStale: Boolean! }
  type Unit implements Node { id: ID! code: String! name: String weight: Float kind: Kind isSample: Boolean! dueOn: Date period: Period at: DateTime
    parent: Unit freshness: Freshness measurements: [Measurement!]! }
  type Measurement implements Node { id: ID! value: Float unit: Unit }
  type Query { node(id: ID!): Node }
`;

const column = (path: string, sqlType: string) => ({ path, column: path, sqlType, isNullable: true });

function typeNamed(
  name: string,
  prefix: string,
  list: string,
  stored: readonly [string, string][],
  orderBy: readonly string[],
): ReadableType {
  const columns = new Map([['id', 'uuid'] as const, ...stored].map(([path, sqlType]) => [path, column(path, sqlType)]));
  return {
    name,
    options: { prefix, list, orderBy, title: { vi: name, en: name } },
    table: name,
    id: columns.get('id')!,
    stored: columns,
    derived: new Map(),
    toOne: new Map(),
    collections: [],
  } as unknown as ReadableType;
}

const unit = typeNamed('Unit', 'un', 'units', [['code', 'text']], ['code']);
const measurement = typeNamed('Measurement', 'me', 'measurements', [['value', 'numeric']], ['-value']);
const linked = new Map<ReadableType, Partial<ReadableType>>([
  [
    unit,
    {
      toOne: new Map([['parent', { field: 'parent', to: unit as never, idProperty: 'parentId', isAlways: false }]]),
      collections: [
        {
          on: unit as never,
          field: 'measurements',
          of: measurement as never,
          by: 'unitId',
          as: 'list',
          description: '',
        },
      ],
    },
  ],
  [
    measurement,
    { toOne: new Map([['unit', { field: 'unit', to: unit as never, idProperty: 'unitId', isAlways: false }]]) },
  ],
]);
for (const [type, links] of linked) Object.assign(type, links);

const registry = { types: [unit, measurement], of: (type: unknown) => type } as unknown as Registry;

/** A row of the small world: what is not given is empty. */
export type Given = Readonly<{ id: string } & Record<string, unknown>>;

/** Some units and measurements in memory, as an analyst sees them: hidden are those measurements whose state is not ACCEPTED. */
export function smallWorld(
  units: readonly Given[],
  measurements: readonly Given[] = [],
  language: 'vi' | 'en' = 'vi',
): Seen {
  const shape = new Shape(buildSchema(SDL), registry);
  const rows = new Map([
    ['Unit', units.map((values) => rowOf(unit, { freshness: null, ...values }))],
    ['Measurement', measurements.map((values) => rowOf(measurement, { state: 'ACCEPTED', ...values }))],
  ]);
  const analyst: Asker = { accountId: 'a', roles: [{ role: 'ANALYST', unitId: null }] };
  return new Seen(new World(shape, rows, new Date(0)), analyst, language);
}

function rowOf(type: ReadableType, values: Given): Row {
  return { type, id: values.id, values };
}
