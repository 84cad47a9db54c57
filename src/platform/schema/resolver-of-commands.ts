import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { says } from '../lib/says';
import { DerivedRelation, type EntityClass, readableOptionsOf } from '../reader/model/declarations';
import type { ManyDeclaration } from '../commands/batched/many-command';
import type { DeclaredCommand } from '../commands/declared-command';
import { OperationContext } from './operation-context';
import { runDeclared } from '../commands/run-command';
import { Payload, UserError } from '../commands/user-error';

/** A TypeGraphQL resolver with one mutation for each declared command: its argument `input`, its payload, its running. */
export function resolverOfCommands(commands: readonly DeclaredCommand[]): EntityClass {
  // eslint-disable-next-line @typescript-eslint/no-extraneous-class -- TypeGraphQL knows resolvers as classes; its methods are added below
  class CommandResolver {}
  for (const declared of commands) addMutation(CommandResolver.prototype, declared);
  Resolver()(CommandResolver);
  return CommandResolver;
}

function addMutation(prototype: object, declared: DeclaredCommand): void {
  const { name, description, input } = declared;
  const value = (context: OperationContext, given: object) => runDeclared(context, declared, given);
  Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  Reflect.defineMetadata('design:paramtypes', [OperationContext, input], prototype, name);
  const payload = 'each' in declared ? payloadOfMany(declared) : payloadOf(declared);
  Ctx()(prototype, name, 0);
  Arg('input', () => input)(prototype, name, 1);
  Mutation(() => payload, { description })(prototype, name, Object.getOwnPropertyDescriptor(prototype, name)!);
}

/** The payload of a command: its rows, read as they are after it, beside what every payload has. */
function payloadOf({
  name,
  returns,
  returnsMany = {},
  values = {},
  secret,
}: Exclude<DeclaredCommand, ManyDeclaration>): EntityClass {
  const typeName = `${capitalised(name)}Payload`;
  const made = { [typeName]: class extends Payload {} }[typeName]!;
  for (const [field, entity] of Object.entries(returns)) addRow(made, field, entity);
  for (const [field, entity] of Object.entries(returnsMany)) addRows(made, field, entity);
  for (const [field, { type, description, isList }] of Object.entries(values)) {
    addNullable(made, field, () => (isList ? [type] : type), description);
  }
  if (secret !== undefined) {
    addNullable(made, secret.field, () => String, secret.description);
    addNullable(made, 'notice', () => String, secret.noticeDescription);
  }
  ObjectType(typeName, {
    description: says(
      `Kết quả của lệnh \`${name}\`: đối tượng sau khi ghi, hoặc các điểm bị từ chối.`,
      `What \`${name}\` gives: what it wrote as it is now, or why it was refused.`,
    ),
  })(made);
  return made;
}

/** The payload of a command on many things: what came of each, beside what every payload has. */
function payloadOfMany({ name, each, results }: ManyDeclaration): EntityClass {
  const resultName = `${capitalised(name)}Result`;
  // eslint-disable-next-line @typescript-eslint/no-extraneous-class -- TypeGraphQL knows types as classes; its fields are added below
  const result = { [resultName]: class {} }[resultName]!;
  for (const [field, entity] of Object.entries(each.returns)) addRow(result, field, entity);
  Field(() => [UserError], {
    description: says(
      'Các điểm bị từ chối của riêng mục này; rỗng là thành công.',
      'Refused points of this one; empty means done.',
    ),
  })(result.prototype, 'userErrors');
  ObjectType(resultName, {
    description: says(
      `Kết quả của một mục trong lệnh \`${name}\`; mục bị từ chối không ảnh hưởng các mục khác.`,
      `What came of one of the things given to \`${name}\`; one that is refused does not touch the others.`,
    ),
  })(result);
  const typeName = `${capitalised(name)}Payload`;
  const made = { [typeName]: class extends Payload {} }[typeName]!;
  Field(() => [result as unknown as typeof Object], { description: results })(made.prototype as object, 'results');
  ObjectType(typeName, {
    description: says(
      `Kết quả của lệnh \`${name}\`: từng mục một, theo thứ tự đã gửi.`,
      `What \`${name}\` gives: a result for each thing, in the order of the input.`,
    ),
  })(made);
  return made;
}

function addRow(payload: EntityClass, field: string, entity: EntityClass): void {
  const { vi, en } = titleOf(entity);
  DerivedRelation(() => entity, `${field}Id`)(payload.prototype as object, field);
  const description = says(
    `${capitalised(vi)} sau khi ghi; trống khi bị từ chối.`,
    `The ${en} as it is after this; null when it was refused.`,
  );
  addNullable(payload, field, () => entity, description);
}

function addRows(payload: EntityClass, field: string, entity: EntityClass): void {
  const { vi, en } = titleOf(entity);
  DerivedRelation(() => entity, `${field}Ids`)(payload.prototype as object, field);
  const description = says(
    `Các ${vi} sau khi ghi, theo thứ tự đã gửi; trống khi bị từ chối.`,
    `Each ${en} as it is after this, in the order of the input; null when it was refused.`,
  );
  addNullable(payload, field, () => [entity], description);
}

function addNullable(payload: EntityClass, field: string, type: () => object, description: string): void {
  Field(type as () => typeof Object, { nullable: true, description })(payload.prototype as object, field);
}

function titleOf(entity: EntityClass): { readonly vi: string; readonly en: string } {
  const title = readableOptionsOf(entity)?.title;
  if (title === undefined) throw new Error(`${entity.name} is no type that a command can answer with.`);
  return title;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
