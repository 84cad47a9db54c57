import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type FieldNode,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
// graphql-js keeps this to itself; it coerces variables exactly as an execution does
import { getVariableValues } from 'graphql/execution/values';
import type { LogCursor } from '../event-log/log-cursor';
import type { Plan, PlannedRoot } from '../reader/plan';
import { fragmentsOf, type SelectionCollector, type Selections } from '../reader/selections';
import { maskError } from './mask-error';
import type { OperationContext } from './operation-context';
import { toGraphQLError } from './to-graphql-error';

/** An operation that is to be answered, its variables coerced. */
export interface AnsweredOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As the client gave them. */
  readonly rawVariables: Readonly<Record<string, unknown>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The answer of an operation: its data as JSON text. */
export interface TextAnswer {
  readonly data: string;
  readonly errors?: readonly GraphQLError[];
  readonly cursor: LogCursor;
  readonly plan: Plan;
}

/** An answer as it may leave the server: errors masked. */
export interface MaskedAnswer {
  readonly data: string;
  readonly errors?: readonly GraphQLFormattedError[];
  /** Place of the log that the answer holds; null when nothing was read. */
  readonly cursor: LogCursor | null;
}

/** `answerQuery` with its failures as errors of the answer. */
export async function answerMasked(...asked: Parameters<typeof answerQuery>): Promise<MaskedAnswer> {
  const [, context] = asked;
  const mask = (error: GraphQLError) => maskError(error, context.language, context.services.logger);
  try {
    const { data, errors, cursor } = await answerQuery(...asked);
    return { data, cursor, ...(errors && { errors: errors.map(mask) }) };
  } catch (error) {
    return { data: 'null', errors: [mask(toGraphQLError(error))], cursor: null };
  }
}

/** What resolvers of root fields find their compiled values under. */
export interface CompiledRoots {
  readonly compiled: Readonly<Record<string, unknown>>;
}

/**
 * Answers the selections of `Query` in an operation: those of a query, or those below `live`. What is compiled leaves as the text that the database made; fields that are
 * computed in code are executed over the parsed answer, by graphql-js.
 */
export async function answerQuery(
  asked: AnsweredOperation,
  context: OperationContext,
  place: string,
  selectionsOf: (collector: SelectionCollector) => Selections,
): Promise<TextAnswer> {
  const { planner, reader } = context.services;
  const { schema, document, operation, variables } = asked;
  let selections: Selections = new Map();
  const question = {
    document,
    operation,
    fragments: fragmentsOf(document),
    variables,
    actor: context.actor,
    language: context.language,
  };
  const plan = planner.plan(question, place, (collector) => (selections = selectionsOf(collector)));
  for (const tag of plan.tags) context.dependencies.add(tag);
  const answer = await reader.run(plan, { ...context.run, variables });
  const inCode = plan.roots.filter(isInCode);
  if (inCode.length === 0) return { data: dataText(plan.roots, answer.texts, null), cursor: answer.cursor, plan };
  if (selections.size === 0) selections = selectionsOf(planner.collectorOf(question));
  const compiled = Object.fromEntries(
    inCode.flatMap(({ key, column }) => (column === null ? [] : [[key, JSON.parse(answer.texts[column] ?? 'null')]])),
  ) as Record<string, unknown>;
  const nodes = inCode.flatMap(({ key }) => selections.get(key)!);
  const executed = await executeRoots({ ...asked, schema }, context, nodes, { compiled });
  const data = executed.data == null ? 'null' : dataText(plan.roots, answer.texts, executed.data);
  return { data, cursor: answer.cursor, plan, ...(executed.errors && { errors: executed.errors }) };
}

function isInCode(root: PlannedRoot): boolean {
  return root.column === null || root.isForCode;
}

function dataText(
  roots: readonly PlannedRoot[],
  texts: readonly (string | null)[],
  executed: Readonly<Record<string, unknown>> | null,
): string {
  const members = roots.map((root) => {
    const value = isInCode(root) ? JSON.stringify(executed![root.key]) : (texts[root.column!] ?? 'null');
    return `"${root.key}":${value}`;
  });
  return `{${members.join(',')}}`;
}

/** Executes some root fields alone, with the fragments of the document at hand. */
async function executeRoots(
  { schema, document, operation, rawVariables }: AnsweredOperation,
  context: OperationContext,
  nodes: readonly FieldNode[],
  rootValue: CompiledRoots,
): Promise<ExecutionResult> {
  const reduced: OperationDefinitionNode = {
    ...operation,
    operation: OperationTypeNode.QUERY,
    directives: [],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [...nodes] },
  };
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return execute({
    schema,
    document: { kind: Kind.DOCUMENT, definitions: [reduced, ...fragments] },
    rootValue,
    contextValue: context,
    variableValues: rawVariables,
  });
}

/** Answers a whole query operation of somebody who is signed in. Null when its variables do not fit: then the execution says how. */
export async function answerOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  rawVariables: Readonly<Record<string, unknown>>,
  context: OperationContext,
): Promise<MaskedAnswer | null> {
  const { coerced: variables } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...rawVariables });
  if (variables === undefined || context.caller.actor === null) return null;
  const query = schema.getQueryType()!;
  return answerMasked({ schema, document, operation, rawVariables, variables }, context, 'query', (collector) =>
    collector.root(query, operation.selectionSet),
  );
}
