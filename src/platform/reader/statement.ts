import type { Bind } from './declarations';
import type { ReadContext } from './read-context';
import type { ReadableType } from './registry';

/** Parameters of one statement. */
export class Parameters {
  readonly values: unknown[] = [];
  private nowIndex: string | null = null;
  private todayIndex: string | null = null;

  constructor(private readonly context: ReadContext) {}

  readonly bind: Bind = (value) => {
    this.values.push(value);
    return `$${this.values.length}`;
  };

  /** Placeholder of the present moment; using it makes the answer depend on the date. */
  get now(): string {
    this.context.dependencies.add('today');
    this.nowIndex ??= this.bind(this.context.now);
    return `${this.nowIndex}::timestamptz`;
  }

  /** Placeholder of the city's date; using it makes the answer depend on the date. */
  get today(): string {
    this.context.dependencies.add('today');
    this.todayIndex ??= this.bind(this.context.today);
    return `${this.todayIndex}::date`;
  }
}

/** Columns of a row of the type named by an alias: what is stored, and the derived facts that the operation mentions. */
export function columnsOf(type: ReadableType, row: string, parameters: Parameters, context: ReadContext): string {
  const stored = [...type.stored.values()].map((property) => `${row}."${property.column}" as "${property.path}"`);
  const derived = [...type.derived.values()]
    .filter((fact) => isWanted(type, fact.property, context))
    .map((fact) => {
      for (const table of fact.tables) context.dependencies.add(table);
      return `${fact.sql(row, parameters)} as "${fact.property}"`;
    });
  return [...stored, ...derived].join(', ');
}

function isWanted(type: ReadableType, property: string, context: ReadContext): boolean {
  if (context.fieldNames.has(property)) return true;
  return [...type.toOne.values()].some(
    (relation) => relation.idProperty === property && context.fieldNames.has(relation.field),
  );
}

/** The row predicate of the actor's rights. Every statement on a type carries it. */
export function readable(type: ReadableType, row: string, parameters: Parameters, context: ReadContext): string {
  context.dependencies.add(type.table);
  const condition = type.policy.readable(context.actor);
  if (condition === 'all') return 'true';
  if (condition === 'none') return 'false';
  return condition(row, parameters.bind);
}

/** SQL expression of a property, stored or derived; null for a name that the type has not. */
export function expressionOf(
  type: ReadableType,
  property: string,
  row: string,
  parameters: Parameters,
  context: ReadContext,
): string | null {
  const stored = type.stored.get(property);
  if (stored !== undefined) return `${row}."${stored.column}"`;
  const derived = type.derived.get(property);
  if (derived === undefined) return null;
  for (const table of derived.tables) context.dependencies.add(table);
  return derived.sql(row, parameters);
}
