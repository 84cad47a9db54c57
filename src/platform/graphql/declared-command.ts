import type { EntityClass } from '../reader/declarations';
import type { Asking, Command } from './run-command';

/** Rows that a command answers with, by the fields of its payload. */
export type AnsweredRows = Readonly<Record<string, EntityClass>>;

/** What a command gives back: the id of each row that it answers with. */
export type IdsOf<Rows extends AnsweredRows> = { readonly [field in keyof Rows & string as `${field}Id`]: string };

/** What a command's file says of it. */
export interface CommandDeclaration<Input extends object = object, Rows extends AnsweredRows = AnsweredRows> {
  /** Of the mutation. */
  readonly name: string;
  /** What it does, by `says`: the manual of those who write to the program, and the label of its form. */
  readonly description: string;
  readonly input: new () => Input;
  readonly returns: Rows;
  /** Who may do it: rights of the actor and of the owner, never the state of a thing; also asked before a retry gets its first answer. */
  rights(asking: Asking, input: NoInfer<Input>): Promise<void> | void;
  run(command: Command, input: NoInfer<Input>): Promise<IdsOf<Rows>>;
}

/** A command as the program lists it, whatever its input. */
export type DeclaredCommand = CommandDeclaration;

/** Declares a command: its mutation, payload, validation, remembered outcome and refusals are made from this. */
export function defineCommand<Input extends object, Rows extends AnsweredRows>(
  declaration: CommandDeclaration<Input, Rows>,
): CommandDeclaration<Input, Rows> {
  return declaration;
}
