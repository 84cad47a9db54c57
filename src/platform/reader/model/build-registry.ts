import type { DataSource, EntityMetadata } from 'typeorm';
import { assertOrderable } from '../lists/order';
import {
  derivedPropertiesOf,
  derivedRelationsOf,
  type EntityClass,
  readableOptionsOf,
  type ReadableOptions,
  type RowPolicy,
} from './declarations';
import type { ReadContribution } from './read-contribution';
import { type DerivedFact, type ReadableType, Registry, type StoredProperty, type ToOne } from './registry';

/** Builds the registry. A readable type without a row policy is an error: no type is visible by accident. */
export function buildRegistry(dataSource: DataSource, domains: readonly ReadContribution[]): Registry {
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
  domains: readonly ReadContribution[],
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

function derivedFacts(entity: EntityClass, domains: readonly ReadContribution[]): DerivedFact[] {
  const contributed = domains
    .flatMap((domain) => domain.facts ?? [])
    .filter((fact) => fact.on === entity)
    .map(({ field, sql, counted }) => ({ property: field, sql, ...(counted && { counted }) }));
  return [...derivedPropertiesOf(entity), ...contributed];
}

function toOneFields(metadata: EntityMetadata, entity: EntityClass, domains: readonly ReadContribution[]): ToOne[] {
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
