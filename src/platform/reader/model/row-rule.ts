import type { Actor } from '../../access/actor';

/** Binds a value as a parameter of the statement being written and gives its placeholder, e.g. `$3`. */
export type Bind = (value: unknown) => string;

/** Which rows of a type an actor may see: all, none, or those for which a condition holds; other tables are named by `table` alone. */
export type RowCondition = 'all' | 'none' | ((row: string, bind: Bind, table: (name: string) => string) => string);

/** A domain's rule on who sees which rows of one type. */
export type RowRule = (actor: Actor) => RowCondition;
