import type {
  AnyRelation,
  Collection,
  ComputedField,
  CountedFact,
  EntityClass,
  Expectation,
  FactSql,
  KeptSummary,
  ReadableOptions,
  RowPolicy,
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
  /** Its argument, of those that have one. */
  readonly counted?: CountedFact;
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
    if (type === undefined) throw new Error(`${entity.name} is not a readable type.`);
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
