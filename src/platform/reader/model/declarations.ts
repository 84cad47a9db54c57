import type { GraphQLOutputType } from 'graphql';
import type { Actor } from '../../access/actor';
import type { CalendarDate } from '../../lib/calendar-date';
import type { RowRule } from './row-rule';

/** A class that is at once a TypeORM entity and a GraphQL object type. */
export type EntityClass = abstract new (...args: never[]) => object;

/** What a derived fact may depend on beside its row. The present, or a moment of the past: an expression that keeps to this holds for both. */
export interface Moment {
  /** The moment (timestamptz). */
  readonly now: string;
  /** The city's calendar date at that moment (date). */
  readonly today: string;
  /** What stands in a `from` for a table: the table, or its rows as they were then. */
  readonly table: (name: string) => string;
}

/** A moment, and who asks: for the few facts that not everybody may see. */
export interface AskedMoment extends Moment {
  readonly actor: Actor;
  /** The id that clients see of a row: it carries the moment where the past is read. */
  readonly globalId: (prefix: string, uuid: string) => string;
  /**
   * What stands in a `from` for a table of which no event tells and no history is kept: what reads it is read anew each time, and knows nothing of the past.
   */
  readonly unlogged: (name: string) => string;
  /** The programme's moment of a moment (timestamptz) of real time, by which tables keep that no command writes. */
  readonly shifted: (realMoment: string) => string;
}

/** SQL expression of a fact that may depend on who asks. */
export type FactSql = (row: string, moment: AskedMoment) => string;

/** SQL expression of a derived fact over the row named by an alias; other tables are named by `moment.table` alone. */
export type DerivedSql = (row: string, moment: Moment) => string;

/** A rule bound to its type. The reader puts it into every statement. */
export interface RowPolicy {
  readonly of: EntityClass;
  readonly readable: RowRule;
  /** Properties that the rule looks at for an actor, where that is all: what is kept by these may be read instead of the rows. */
  readonly by?: (actor: Actor) => readonly string[];
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
  /**
   * What stands in a `from` for its rows where they are no table's but follow from others: with the columns of its properties, of the present or of a moment of the past. Nothing
   * is stored, so that nothing tells what changed in them between two moments.
   */
  readonly rowsFrom?: (moment: AskedMoment) => string;
  /** Property that people know a row by, e.g. its short name: groups that lead to it are labelled with it; without one, with its code or id. */
  readonly label?: string;
  /** Properties with texts that programs write, which are compared as they are: what is equal is found by an index. */
  readonly machineTexts?: readonly string[];
  /** Vietnamese and English name of a row, for descriptions of generated fields. */
  readonly title: { readonly vi: string; readonly en: string };
  /** What its lists hold and who reads which rows, for the field on Query; and a condition, in GraphQL, that every list of it shows as an example. */
  readonly rows?: { readonly vi: string; readonly en: string; readonly where: string };
}

/** A field that one domain adds to a type of a domain to its left. */
export interface Collection {
  /** The type that gets the field. */
  readonly on: EntityClass;
  readonly field: string;
  /** The type of the rows, and its property that points back. */
  readonly of: EntityClass;
  readonly by?: string;
  /** Instead of `by`: the property of the type that has the field which lists the ids of the rows. */
  readonly ids?: string;
  /** Instead of `by`: the property of the rows that lists the ids of what they belong to. */
  readonly among?: string;
  /** `connection` pages; `list` is for what is small by nature (milestones of an item); `one` where at most one row points back. */
  readonly as: 'connection' | 'list' | 'one';
  readonly description: string;
}

/** A derived fact that one domain adds to another domain's type; `type` in SDL notation, or the type itself where nothing else in the schema leads to it. */
export interface ContributedFact {
  readonly on: EntityClass;
  readonly field: string;
  readonly type: string | GraphQLOutputType;
  readonly description: string;
  readonly sql: FactSql;
  /** How many of its parts may be asked for; `sql` is what it says to whoever does not say how many. */
  readonly counted?: CountedFact;
}

/** An argument of a derived fact: of how many parts it tells, the newest ones. */
export interface CountedFact {
  readonly argument: string;
  readonly description: string;
  /** How many it tells of where nothing is said: what filters and orders go by, too. */
  readonly byDefault: number;
  /** More are refused. */
  readonly atMost: number;
  /** The fact's own field with the list that is so long; none where the fact is the list. */
  readonly list?: string;
  /** The expression; `count` is how many. */
  readonly sql: (row: string, moment: AskedMoment, count: string) => string;
}

/** A contributed fact with an argument: what filters and orders go by is its expression with the default. */
export function countedFact(
  fact: Omit<ContributedFact, 'sql' | 'counted'>,
  counted: CountedFact,
): ContributedFact & { readonly counted: CountedFact } {
  return { ...fact, counted, sql: (row, moment) => counted.sql(row, moment, String(counted.byDefault)) };
}

/** A field that leads to a row of whatever type another property names. */
export interface AnyRelation {
  readonly on: EntityClass;
  readonly field: string;
  /** Properties that hold the type's name and the row's id. */
  readonly typeProperty: string;
  readonly idProperty: string;
  readonly description: string;
}

/** A field that is computed in code: the properties of its row that the code reads. Whatever leads to it is not handed on as text. */
export interface ComputedField {
  readonly on: EntityClass;
  readonly field: string;
  readonly needs: readonly string[];
  readonly asked?: AskedFact;
  /** What the code itself counts for in the cost of an operation, beside what is read; nothing where it does not say. */
  readonly weight?: number;
  /** Whether the code answers all who have the same rights the same; it may look at the very account where it does not say. */
  readonly isSharable?: boolean;
}

/** What a computed field reads by an argument of its own, beside its needs: the code finds it under `property`. */
export interface AskedFact {
  readonly property: string;
  readonly argument: string;
  /** The argument's type in SQL. */
  readonly sqlType: string;
  /** The expression; `value` is the argument, null where none was given. */
  readonly sql: (row: string, moment: Moment, value: string) => string;
}

/** Something of which there is one for each question: who asks, what runs here. Its properties are expressions over no row. */
export interface SingletonField {
  readonly field: string;
  /** The GraphQL type: a TypeGraphQL object type. */
  readonly type: EntityClass;
  readonly description: string;
  /** Whether strangers may ask: they get null. */
  readonly isPublic: boolean;
  readonly properties: Readonly<Record<string, (moment: SingletonMoment) => string>>;
  /** Fields that lead to a row, by an id. */
  readonly relations: Readonly<
    Record<string, { readonly to: EntityClass; readonly id: (moment: SingletonMoment) => string }>
  >;
  /** Whether the answer depends on the very account, not only on its rights. */
  readonly isPersonal: boolean;
  /** Tables that what it says comes from, beside those that its expressions name. */
  readonly tables: readonly string[];
  /** Properties that change with every moment. */
  readonly momentary: readonly string[];
}

/** What the properties of a single may use: values that are known only when the statement is run. */
export interface SingletonMoment extends AskedMoment {
  /** Binds what the run knows, e.g. `bindRun((run) => run.actor.accountId)`. */
  readonly bindRun: (value: (run: Run) => unknown) => string;
}

/** One run of a statement: who asks, when. */
export interface Run {
  readonly actor: Actor;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly appVersion: string;
  /** Milliseconds by which the programme's clock is shifted. */
  readonly clockOffsetMs: number;
  /** Account in whose turn it is read, where several share it; else the actor's. */
  readonly payer?: string;
}

/** Rows of a type that were to come: what their coming is measured against. */
export interface Expectation {
  readonly of: EntityClass;
  /** What stands in a `from`: one row for each row expected, with the columns of `fields` under the same names as the type's own table. */
  readonly sql: (moment: Moment) => string;
  /** The fields that are known of what is expected: groups and filters by others have no coverage. */
  readonly fields: readonly string[];
  /** Further fields of what came that may be asked of rows that are hidden: how many of them there are tells nothing that they say. */
  readonly countable: readonly string[];
  /** What a row answers: a row that was to come has come where one that counts answers the same. */
  readonly subject: (row: string) => string;
  /** Whether a row has come, and whether it counts. */
  readonly isReceived: (row: string) => string;
  readonly isApproved: (row: string) => string;
}

interface DerivedProperty {
  readonly property: string;
  readonly sql: DerivedSql;
}

interface DerivedRelationProperty {
  readonly property: string;
  readonly target: () => EntityClass;
  readonly idProperty: string;
}

const withins = new Map<EntityClass, Map<string, string>>();
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
export function Derived(sql: DerivedSql): PropertyDecorator {
  return (target, property) => {
    const owner = target.constructor as unknown as EntityClass;
    derivations.set(owner, [...(derivations.get(owner) ?? []), { property: String(property), sql }]);
  };
}

/** Declares a property that adds up only over rows with one value of another property: money, within one currency. */
export function WithinOne(other: string): PropertyDecorator {
  return (target, property) => {
    const owner = target.constructor as unknown as EntityClass;
    withins.set(owner, new Map([...(withins.get(owner) ?? []), [String(property), other]]));
  };
}

/** The property within one value of which a property adds up; undefined where it always does. */
export function withinOf(entity: EntityClass, property: string): string | undefined {
  return withins.get(entity)?.get(property);
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

/** How an entity is reached, or undefined for what is not a readable type. */
export function readableOptionsOf(entity: EntityClass): ReadableOptions | undefined {
  return readables.get(entity);
}

/** The derived facts that an entity declares itself. */
export function derivedPropertiesOf(entity: EntityClass): readonly DerivedProperty[] {
  return derivations.get(entity) ?? [];
}

/** Rows of a type, counted by some of their columns and kept up to date in every writer's transaction: what aggregates may read instead of the rows. */
export interface KeptSummary {
  readonly of: EntityClass;
  /** View of the summary, exact in every snapshot. Several of its rows may have one key; what they add up to counts, and is nothing where the rows do. */
  readonly table: string;
  /** Function of the database that moves what was written into the summary; true when more is left than one call takes. */
  readonly fold: string;
  /** Properties by whose columns the rows are counted; the view has them under the same names. */
  readonly dimensions: readonly string[];
  /** Column with the local time at which the month of a moment begins, in the city's zone. */
  readonly month?: { readonly property: string; readonly column: string };
  /** Column with the number of rows. */
  readonly rows: string;
  /** For each property that is added up: the column of the sum, and the one that counts its values. */
  readonly sums: Readonly<Record<string, { readonly sum: string; readonly values: string }>>;
}
