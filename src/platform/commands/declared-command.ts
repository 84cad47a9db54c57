import type { BatchedDeclaration } from './batched/batched-command';
import type { ManyDeclaration } from './batched/many-command';
import type { Asking, Command } from './command';
import type { AnsweredRows, AnsweredValues, CommandFace, Outcome } from './command-face';

/** What a command's file says of it. */
export interface CommandDeclaration<
  Input extends object = object,
  Rows extends AnsweredRows = AnsweredRows,
  Values extends AnsweredValues = AnsweredValues,
  Granted = unknown,
  Lists extends AnsweredRows = AnsweredRows,
> extends CommandFace<Input, Rows, Values, Lists> {
  /**
   * Refuses who may not do it: by rights of the actor and of the owner, never by the state of a thing; also asked before a retry gets its first answer. What it
   * has read on the way may go on to `run`.
   */
  rights(asking: Asking, input: NoInfer<Input>): Promise<Granted> | Granted;
  run(
    command: Command,
    input: NoInfer<Input>,
    granted: NoInfer<Granted>,
  ): Promise<Outcome<NoInfer<Rows>, NoInfer<Values>, NoInfer<Lists>>>;
}

/** A command as the program lists it, whatever its input, whether or not it shares its statements, and on one thing or on many. */
export type DeclaredCommand = CommandDeclaration | BatchedDeclaration | ManyDeclaration;

/** Declares a command: its mutation, payload, validation, remembered outcome and refusals are made from this. */
export function defineCommand<
  Input extends object,
  Rows extends AnsweredRows,
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- most answer with rows alone
  Values extends AnsweredValues = {},
  Granted = void,
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- few answer with several
  Lists extends AnsweredRows = {},
>(
  declaration: CommandDeclaration<Input, Rows, Values, Granted, Lists>,
): CommandDeclaration<Input, Rows, Values, Granted, Lists> {
  return declaration;
}
