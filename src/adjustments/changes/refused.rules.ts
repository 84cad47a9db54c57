import type { Refusal, RefusalCode } from '../../platform/lib/domain-error';
import type { StoredChange } from './stored-change.rules';

/** The field of a change's input by its kind. */
export const FIELDS: Readonly<Record<StoredChange['kind'], string>> = {
  ITEM: 'item',
  ADD_ITEM: 'addItem',
  STOP_ITEM: 'stopItem',
  RESOURCE: 'resource',
  MILESTONE: 'milestone',
  TARGET: 'target',
};

/** Where in the input a field of a change stands. */
export type At = (field: string) => readonly string[];

/** Where the fields of the change at a place stand. */
export function at(index: number, { kind }: StoredChange): At {
  return (field) => ['input', 'changes', String(index), FIELDS[kind], field];
}

/** One refused point. */
export function refusal(code: RefusalCode, path: readonly string[], vi: string, en: string): Refusal {
  return { code, path, message: { vi, en } };
}
