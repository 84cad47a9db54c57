import type { Said } from '../lib/says';
import type { EntityClass } from '../reader/model/declarations';
import type { BatchedDeclaration } from './batched/batched-command';
import type { Asking, Command } from './command';
import type { ShownOnce } from './shown-once';

/** Rows that a command answers with, by the fields of its payload. */
export type AnsweredRows = Readonly<Record<string, EntityClass>>;

/** Plain values that a command answers with beside its rows, by the fields of its payload. */
export type AnsweredValues = Readonly<Record<string, { readonly type: new () => object; readonly description: Said }>>;

/** What a command gives back: the id of each row that it answers with, and its plain values. */
export type Outcome<Rows extends AnsweredRows, Values extends AnsweredValues> = {
  readonly [field in keyof Rows & string as `${field}Id`]: string;
} & { readonly [field in keyof Values]: InstanceType<Values[field]['type']> };

/** What the schema shows of a command. */
export interface CommandFace<
  Input extends object = object,
  Rows extends AnsweredRows = AnsweredRows,
  Values extends AnsweredValues = AnsweredValues,
> {
  /** Of the mutation. */
  readonly name: string;
  /** What it does, by `says`: the manual of those who write to the program, and the label of its form. */
  readonly description: Said;
  readonly input: new () => Input;
  readonly returns: Rows;
  readonly values?: Values;
  /** The secret that its payload shows once: what `showOnce` is called with. */
  readonly secret?: ShownOnce;
}

/** What a command's file says of it. */
export interface CommandDeclaration<
  Input extends object = object,
  Rows extends AnsweredRows = AnsweredRows,
  Values extends AnsweredValues = AnsweredValues,
  Granted = unknown,
> extends CommandFace<Input, Rows, Values> {
  /**
   * Refuses who may not do it: by rights of the actor and of the owner, never by the state of a thing; also asked before a retry gets its first answer. What it
   * has read on the way may go on to `run`.
   */
  rights(asking: Asking, input: NoInfer<Input>): Promise<Granted> | Granted;
  run(
    command: Command,
    input: NoInfer<Input>,
    granted: NoInfer<Granted>,
  ): Promise<Outcome<NoInfer<Rows>, NoInfer<Values>>>;
}

/** A command as the program lists it, whatever its input, and whether or not it shares its statements. */
export type DeclaredCommand = CommandDeclaration | BatchedDeclaration;

/** Declares a command: its mutation, payload, validation, remembered outcome and refusals are made from this. */
export function defineCommand<
  Input extends object,
  Rows extends AnsweredRows,
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- most answer with rows alone
  Values extends AnsweredValues = {},
  Granted = void,
>(declaration: CommandDeclaration<Input, Rows, Values, Granted>): CommandDeclaration<Input, Rows, Values, Granted> {
  return declaration;
}
