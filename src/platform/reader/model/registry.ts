import type { DataSource, EntityMetadata } from 'typeorm';
import type { Domain } from '../../domain';
import { assertOrderable } from '../lists/order';
import {
  type AnyRelation,
  type Collection,
  type ComputedField,
  derivedPropertiesOf,
  derivedRelationsOf,
  type EntityClass,
  type Expectation,
  type FactSql,
  type KeptSummary,
  readableOptionsOf,
  type ReadableOptions,
  type RowPolicy,
} from './declarations';

/** A stored property: its path in the object (`source.citations`) and its column. */
export interface StoredProperty {
  readonly path: string;
  readonly column: string;
  readonly sqlType: string;
  readonly isNullable: boolean;
}

/** A derived fact: its property and its SQL. */
export interface DerivedFact {
  readonly property: string;
  readonly sql: FactSql;
}

/** A field that leads to one row of another type, by an id that the row holds. */
export interface ToOne {
  readonly field: string;
  readonly to: EntityClass;
  readonly idProperty: string;
  /** Whether every row leads to one: the database holds the reference, and it is never empty. */
  readonly isAlways: boolean;
}

/** Everything the reader knows of one type: taken from TypeORM's metadata and the domains' declarations. */
export interface ReadableType {
  readonly name: string;
  readonly entity: EntityClass;
  readonly options: ReadableOptions;
  readonly table: string;
  readonly id: StoredProperty;
  readonly stored: ReadonlyMap<string, StoredProperty>;
  readonly derived: ReadonlyMap<string, DerivedFact>;
  readonly toOne: ReadonlyMap<string, ToOne>;
  readonly collections: readonly Collection[];
  readonly anyRelations: readonly AnyRelation[];
  readonly expectation: Expectation | null;
  readonly summary: KeptSummary | null;
  /** Fields computed in code, and what they read. */
  readonly computed: ReadonlyMap<string, ComputedField>;
  readonly policy: RowPolicy;
}

/** All readable types, by class, name and id prefix. */
export class Registry {
  private readonly byEntity = new Map<EntityClass, ReadableType>();
  private readonly byPrefix = new Map<string, ReadableType>();

  constructor(readonly types: readonly ReadableType[]) {
    for (const type of types) {
      if (this.byPrefix.has(type.options.prefix))
        throw new Error(`Two types share the id prefix ${type.options.prefix}.`);
      this.byEntity.set(type.entity, type);
      this.byPrefix.set(type.options.prefix, type);
    }
  }

  /** The type of a class; throws for a class that is not readable. */
  of(entity: EntityClass): ReadableType {
    const type = this.byEntity.get(entity);
    if (type === undefined) throw new Error(`${entity.name} is no readable type.`);
    return type;
  }

  /** The type of a global id's prefix, if there is one. */
  withPrefix(prefix: string): ReadableType | undefined {
    return this.byPrefix.get(prefix);
  }

  /** The type of that GraphQL name, if there is one. */
  named(name: string): ReadableType | undefined {
    return this.types.find((type) => type.name === name);
  }
}

/** Builds the registry. A readable type without a row policy is an error: no type is visible by accident. */
export function buildRegistry(dataSource: DataSource, domains: readonly Domain[]): Registry {
  const policies = new Map(domains.flatMap((domain) => domain.policies ?? []).map((policy) => [policy.of, policy]));
  const types: ReadableType[] = dataSource.entityMetadatas.flatMap((metadata) => {
    const entity = metadata.target as EntityClass;
    const options = readableOptionsOf(entity);
    if (options === undefined) return [];
    const policy = policies.get(entity);
    if (policy === undefined) throw new Error(`${entity.name} is readable but no policy says who sees its rows.`);
    return [readableType(metadata, entity, options, policy, domains)];
  });
  // an order that cannot be paged stops the start, not the first reader
  for (const type of types) assertOrderable(type);
  return new Registry(types);
}

function readableType(
  metadata: EntityMetadata,
  entity: EntityClass,
  options: ReadableOptions,
  policy: RowPolicy,
  domains: readonly Domain[],
): ReadableType {
  const stored = new Map(storedProperties(metadata).map((property) => [property.path, property]));
  const id = stored.get(metadata.primaryColumns[0]!.propertyPath)!;
  return {
    name: options.typeName ?? entity.name,
    entity,
    options,
    table: metadata.tableName,
    id,
    stored,
    derived: new Map(derivedFacts(entity, domains).map((fact) => [fact.property, fact])),
    toOne: new Map(toOneFields(metadata, entity, domains).map((relation) => [relation.field, relation])),
    collections: domains.flatMap((domain) => domain.collections ?? []).filter((collection) => collection.on === entity),
    anyRelations: domains.flatMap((domain) => domain.anyRelations ?? []).filter((relation) => relation.on === entity),
    expectation: domains.flatMap((domain) => domain.expectations ?? []).find((entry) => entry.of === entity) ?? null,
    summary: domains.flatMap((domain) => domain.summaries ?? []).find((entry) => entry.of === entity) ?? null,
    computed: new Map(
      domains
        .flatMap((domain) => domain.computed ?? [])
        .filter(({ on }) => on === entity)
        .map((computed) => [computed.field, computed]),
    ),
    policy,
  };
}

function storedProperties(metadata: EntityMetadata): StoredProperty[] {
  return metadata.columns
    .filter((column) => column.propertyName !== column.relationMetadata?.propertyName)
    .map((column) => ({
      path: column.propertyPath,
      column: column.databaseName,
      sqlType: typeof column.type === 'function' ? column.type.name : column.type,
      isNullable: column.isNullable,
    }));
}

function derivedFacts(entity: EntityClass, domains: readonly Domain[]): DerivedFact[] {
  const contributed = domains
    .flatMap((domain) => domain.facts ?? [])
    .filter((fact) => fact.on === entity)
    .map((fact) => ({ property: fact.field, sql: fact.sql }));
  return [...derivedPropertiesOf(entity), ...contributed];
}

function toOneFields(metadata: EntityMetadata, entity: EntityClass, domains: readonly Domain[]): ToOne[] {
  const own = metadata.relations
    .filter((relation) => relation.isManyToOne)
    .map((relation) => ({
      field: relation.propertyName,
      to: relation.inverseEntityMetadata.target as EntityClass,
      idProperty: `${relation.propertyName}Id`,
      isAlways: relation.foreignKeys.length > 0 && relation.joinColumns.every(({ isNullable }) => !isNullable),
    }));
  const derived = derivedRelationsOf(entity).map(({ property, target, idProperty }) => ({
    field: property,
    to: target(),
    idProperty,
    isAlways: false,
  }));
  const contributed = domains
    .flatMap((domain) => domain.relations ?? [])
    .filter((relation) => relation.on === entity)
    .map((relation) => ({ field: relation.field, to: relation.to, idProperty: relation.by, isAlways: false }));
  return [...own, ...derived, ...contributed];
}
