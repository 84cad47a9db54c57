import type { LeafField } from './model';
import type { ReadableType } from './registry';
import { dateTimeText } from '../statement/sql-forms';
import type { Scope } from '../statement/statement';

/** A value exactly as its scalar would serialise it. */
export function leafJson(type: ReadableType, field: LeafField, row: string, scope: Scope): string {
  if (field.name === 'id' && field.leaf.name === 'ID') {
    return scope.globalId(type.options.prefix, `${row}."${type.id.column}"`);
  }
  return serialised(field.leaf.name, field.isList, field.sql(row, scope));
}

function serialised(leaf: string, isList: boolean, sql: string): string {
  if (isList) return sql;
  if (leaf === 'Float') return `(${sql})::float8`;
  if (leaf === 'DateTime') return dateTimeText(`(${sql})`);
  return leaf === 'BigInt' ? `(${sql})::text` : `(${sql})`;
}
