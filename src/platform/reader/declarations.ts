import type { Actor } from '../access/actor';

/** A class that is at once a TypeORM entity and a GraphQL object type. */
export type EntityClass = abstract new (...args: never[]) => object;

/** Binds a value as a parameter of the statement being written and gives its placeholder, e.g. `$3`. */
export type Bind = (value: unknown) => string;

/** What a derived fact may depend on beside its row. */
export interface Moment {
  /** Placeholder of the present moment (timestamptz). */
  readonly now: string;
  /** Placeholder of the city's calendar date (date). */
  readonly today: string;
}

/** SQL expression of a derived fact over the row named by an alias; quoted column names are the table's. */
export type DerivedSql = (row: string, moment: Moment) => string;

/** Which rows of a type an actor may see: all, none, or those for which a condition holds. */
export type RowCondition = 'all' | 'none' | ((row: string, bind: Bind) => string);

/** A domain's rule on who sees which rows of one type. */
export type RowRule = (actor: Actor) => RowCondition;

/** A rule bound to its type. The reader puts it into every statement. */
export interface RowPolicy {
  readonly of: EntityClass;
  readonly readable: RowRule;
}

/** How a type is reached: its id prefix, its list field on Query, its single field on Query. */
export interface ReadableOptions {
  /** GraphQL name where it differs from the class's. */
  readonly typeName?: string;
  /** Short prefix of global ids, unique over all types. */
  readonly prefix: string;
  /** Name of the list on Query, e.g. `workItems`; none when the type is only reached through others. */
  readonly list?: string;
  /** Name of the single field on Query and the property that it is looked up by. */
  readonly one?: { readonly field: string; readonly by: string };
  /** Order of lists: property names, `-` before one means descending. The id breaks ties. */
  readonly orderBy: readonly string[];
  /** Vietnamese and English name of a row, for descriptions of generated fields. */
  readonly title: { readonly vi: string; readonly en: string };
}

/** A field that one domain adds to a type of a domain to its left. */
export interface Collection {
  /** The type that gets the field. */
  readonly on: EntityClass;
  readonly field: string;
  /** The type of the rows, and its property that points back. */
  readonly of: EntityClass;
  readonly by: string;
  /** `connection` pages; `list` is for what is small by nature (milestones of an item); `one` where at most one row points back. */
  readonly as: 'connection' | 'list' | 'one';
  readonly description: string;
}

/** A derived fact that one domain adds to another domain's type; `type` in SDL notation. */
export interface ContributedFact {
  readonly on: EntityClass;
  readonly field: string;
  readonly type: string;
  readonly description: string;
  readonly sql: DerivedSql;
  /** Tables that the expression reads beside its own row's: what a live query then depends on. */
  readonly tables: readonly string[];
}

interface DerivedProperty {
  readonly property: string;
  readonly sql: DerivedSql;
  readonly tables: readonly string[];
}

interface DerivedRelationProperty {
  readonly property: string;
  readonly target: () => EntityClass;
  readonly idProperty: string;
}

const derivedRelations = new Map<EntityClass, DerivedRelationProperty[]>();
const readables = new Map<EntityClass, ReadableOptions>();
const derivations = new Map<EntityClass, DerivedProperty[]>();

/** Declares how an entity is reached in the graph. */
export function Readable(options: ReadableOptions): ClassDecorator {
  return (target) => {
    readables.set(target as unknown as EntityClass, options);
  };
}

/** Declares a property as a derived fact: computed in SQL whenever it is asked for, never stored. */
export function Derived(sql: DerivedSql, tables: readonly string[] = []): PropertyDecorator {
  return (target, property) => {
    const owner = target.constructor as unknown as EntityClass;
    derivations.set(owner, [...(derivations.get(owner) ?? []), { property: String(property), sql, tables }]);
  };
}

/** Declares a property as the row whose id a derived property gives. */
export function DerivedRelation(target: () => EntityClass, idProperty: string): PropertyDecorator {
  return (prototype, property) => {
    const owner = prototype.constructor as unknown as EntityClass;
    const entry = { property: String(property), target, idProperty };
    derivedRelations.set(owner, [...(derivedRelations.get(owner) ?? []), entry]);
  };
}

/** All classes with derived relations: entities, and payloads of mutations. */
export function derivedRelationOwners(): EntityClass[] {
  return [...derivedRelations.keys()];
}

/** The derived relations of a class. */
export function derivedRelationsOf(entity: EntityClass): readonly DerivedRelationProperty[] {
  return derivedRelations.get(entity) ?? [];
}

/** How an entity is reached, or undefined for what is no readable type. */
export function readableOptionsOf(entity: EntityClass): ReadableOptions | undefined {
  return readables.get(entity);
}

/** The derived facts that an entity declares itself. */
export function derivedPropertiesOf(entity: EntityClass): readonly DerivedProperty[] {
  return derivations.get(entity) ?? [];
}
