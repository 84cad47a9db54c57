import type { Said } from '../lib/says';
import type { EntityClass } from '../reader/model/declarations';
import type { ShownOnce } from './shown-once';

/** Rows that a command answers with, by the fields of its payload. */
export type AnsweredRows = Readonly<Record<string, EntityClass>>;

/** Plain values that a command answers with beside its rows, by the fields of its payload. */
export type AnsweredValues = Readonly<Record<string, AnsweredValue>>;

/** One of them: a value, or a list of such. */
interface AnsweredValue {
  readonly type: new () => object;
  readonly description: Said;
  readonly isList?: true;
}

type ValueOf<Value extends AnsweredValue> = Value extends { readonly isList: true }
  ? readonly InstanceType<Value['type']>[]
  : InstanceType<Value['type']>;

/** What a command gives back: the id of each row that it answers with (`itemId`), the ids of several (`itemsIds`), and its plain values. */
export type Outcome<
  Rows extends AnsweredRows,
  Values extends AnsweredValues,
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- few answer with several
  Lists extends AnsweredRows = {},
> = {
  readonly [field in keyof Rows & string as `${field}Id`]: string;
} & {
  readonly [field in keyof Lists & string as `${field}Ids`]: readonly string[];
} & { readonly [field in keyof Values]: ValueOf<Values[field]> };

/** What the schema shows of a command. */
export interface CommandFace<
  Input extends object = object,
  Rows extends AnsweredRows = AnsweredRows,
  Values extends AnsweredValues = AnsweredValues,
  Lists extends AnsweredRows = AnsweredRows,
> {
  /** Of the mutation. */
  readonly name: string;
  /** What it does, by `says`: the manual of those who write to the program, and the label of its form. */
  readonly description: Said;
  readonly input: new () => Input;
  readonly returns: Rows;
  /** Fields of its payload that hold several rows. */
  readonly returnsMany?: Lists;
  readonly values?: Values;
  /** The secret that its payload shows once: what `showOnce` is called with. */
  readonly secret?: ShownOnce;
}
