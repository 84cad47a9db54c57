import type { Supposition } from '../model/supposition';
import type { RunValues, Parameter } from './statement';

/** A statement that finds which of some ids are there for who asks: the ids are its first parameter. */
export interface VisibleRows {
  readonly text: string;
  readonly slots: readonly Parameter[];
  /** Prefix of their global ids. */
  readonly prefix: string;
}

/** A field of an operation below which something is supposed. */
export interface PlannedSupposition {
  readonly declared: Supposition;
  /** Response key of the field: errors about it carry it. */
  readonly key: string;
  /** The ids of a run, each once. Throws BAD_USER_INPUT for what is no such id. */
  readonly ids: (run: RunValues) => readonly string[];
  readonly visible: VisibleRows;
}
