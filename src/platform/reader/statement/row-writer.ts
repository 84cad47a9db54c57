import type { GraphQLObjectType } from 'graphql';
import type { Language } from '../../lib/localised';
import type { PageCursors } from '../lists/page-cursor';
import type { ReadModel } from '../model/model';
import type { ReadableType } from '../model/registry';
import type { SelectionCollector, Selections } from './selections';
import type { Scope } from './statement';

/** A select list over a row, and the joins that it needs. */
export interface RowColumns {
  readonly columns: readonly string[];
  readonly joins: string;
}

/**
 * What lists and groups need of the one who writes rows: rows hold lists, which hold rows. Handed in by the compiler, which writes both, so that they need not
 * know it.
 */
export interface RowWriter {
  readonly model: ReadModel;
  readonly cursors: PageCursors;
  readonly collector: SelectionCollector;
  /** Language of labels. */
  readonly language: Language;
  /** The object type of that name; throws where there is none. */
  objectType(name: string): GraphQLObjectType;
  /** A table alias that is used nowhere else. */
  alias(): string;
  /** Tries to write something; null leaves no trace in the statement. */
  attempt(write: () => string | null): string | null;
  /** What people read for the values of an enum, in the caller's language. */
  enumWords(name: string): ReadonlyMap<string, string>;
  /** The select list for selections on a row, and the joins that it needs beside the row. */
  rowColumns(type: ReadableType, row: string, selections: Selections, scope: Scope): RowColumns;
}
