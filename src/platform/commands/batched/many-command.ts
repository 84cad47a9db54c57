import type { BatchedDeclaration } from './batched-command';
import type { Said } from '../../lib/says';

/**
 * A command on many things at once: what a batched command does to one, done to each by itself. Each has a result of its own, and one that is refused does not touch the
 * others; they share their statements as commands do that come at the same moment.
 */
export interface ManyDeclaration<Input extends object = object> {
  readonly name: string;
  readonly description: Said;
  readonly input: new () => Input;
  /** What is done to each; its input is that of the whole with one thing in the place of the list. Its successes are remembered under the whole's key and the thing. */
  readonly each: BatchedDeclaration;
  /** The input's field with the list, and the field of `each` that takes one of them. */
  readonly list: { readonly field: string; readonly one: string };
  /** What is said of the payload's results. */
  readonly results: Said;
}

/** Declares such a command. */
export function defineManyCommand<Input extends object>(
  declaration: Omit<ManyDeclaration<Input>, 'list'> & {
    readonly list: { readonly field: keyof Input & string; readonly one: string };
  },
): ManyDeclaration<Input> {
  return declaration;
}
