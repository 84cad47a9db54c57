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
import { type LogCursor, writeCursor } from '../event-log/log-cursor';
import type { Answer } from '../reader/answer-cache';
import type { Plan, PlanCost, PlannedRoot } from '../reader/plan';
import type { Question } from '../reader/planner';
import type { ReadError } from '../reader/read-error';
import { fragmentsOf, type SelectionCollector, type Selections } from '../reader/selections';
import { explainPlan, type Explanation } from './explain-plan';
import { maskError } from './mask-error';
import type { OperationContext } from './operation-context';
import { type RefusedRoots, refusedRoots, without } from './refused-roots';
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

/** The answer of an operation as it may leave the server: errors masked, data as JSON. */
export interface MaskedAnswer {
  readonly data: Buffer;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions: AnswerExtensions;
  /** Whether the same bytes answer others too, as long as nothing changes. */
  readonly isKept: boolean;
}

/** What every answer of a query says beside its data. */
export interface AnswerExtensions {
  /** Place of the log that the answer holds. */
  readonly cursor: string;
  readonly cost?: PlanCost;
  readonly explain?: Explanation;
}

const NULL = Buffer.from('null');

/** What resolvers of root fields find their compiled values under. */
export interface CompiledRoots {
  readonly compiled: Readonly<Record<string, unknown>>;
}

/**
 * Answers the selections of `Query` in an operation: those of a query, or those below `live`. What is compiled leaves as the text that the database made; fields that are
 * computed in code are executed over the parsed answer, by graphql-js. The same question by the same rights gets the same bytes until something that it depends on changes.
 * A root field that cannot be answered as it was asked is null, with its error, and the others are answered; only where it may not be null there is no data at all.
 */
export async function answerQuery(
  asked: AnsweredOperation,
  context: OperationContext,
  place: string,
  selectionsOf: (collector: SelectionCollector) => Selections,
): Promise<MaskedAnswer> {
  const { head } = context.services.log.feed;
  const refused = new Map<string, ReadError>();
  try {
    const { document, operation, variables } = asked;
    const { actor, language } = context;
    const question = { document, operation, fragments: fragmentsOf(document), variables, actor, language };
    // planning, binding and running each find all that they refuse: three more rounds at most
    for (;;) {
      try {
        return await answerBeside(refused, asked, { context, question, place, selectionsOf, head });
      } catch (error) {
        const selections = without(selectionsOf(context.services.planner.collectorOf(question)), refused);
        const more = refusedRoots(error, asked.schema, selections);
        if (more === null) throw error;
        for (const [key, failed] of more) refused.set(key, failed);
      }
    }
  } catch (error) {
    const shown = maskError(toGraphQLError(error), context.language, context.services.logger);
    return { data: NULL, isKept: false, errors: [shown], extensions: { cursor: writeCursor(head) } };
  }
}

/** What is asked, and by whom. */
interface Asking {
  readonly context: OperationContext;
  readonly question: Question;
  readonly place: string;
  readonly selectionsOf: (collector: SelectionCollector) => Selections;
  /** The end of the log when it was asked. */
  readonly head: LogCursor;
}

/** Answers what is selected beside the root fields that are refused. Throws what it cannot read. */
async function answerBeside(refused: RefusedRoots, asked: AnsweredOperation, asking: Asking): Promise<MaskedAnswer> {
  const { context, question, head } = asking;
  const { services, language } = context;
  const place = [asking.place, ...[...refused.keys()].sort()].join(' -');
  const plan = services.planner.plan(question, place, (collector) => without(asking.selectionsOf(collector), refused));
  for (const tag of plan.tags) context.dependencies.add(tag);
  const failures: GraphQLError[] = [...refused.values()].map(toGraphQLError);
  const read = async (): Promise<Answer> => {
    const { text, errors, cursor } = await readAnswer(asked, context, plan, () =>
      asking.selectionsOf(services.planner.collectorOf(question)),
    );
    failures.push(...errors);
    return { bytes: Buffer.from(text), cursor, tags: plan.tags, isKept: failures.length === 0 && !plan.isMomentary };
  };
  const owner = plan.isPersonal || plan.computed.length > 0 ? question.actor.accountId : '';
  const answer = context.readsAnew
    ? await read()
    : await services.answers.answer(`${plan.id} ${owner} ${JSON.stringify(question.variables)}`, read);
  const errors = failures.map((error) => maskError(error, language, services.logger));
  const explain = context.wantsExplanation ? await explainPlan(context, plan, question.variables) : null;
  return {
    data: answer.bytes,
    isKept: answer.isKept,
    ...(errors.length > 0 && { errors }),
    extensions: {
      cursor: writeCursor(later(answer.cursor, head)),
      ...(plan.cost !== null && { cost: plan.cost }),
      ...(explain !== null && { explain }),
    },
  };
}

/** What an answer holds: at least what this process had heard of when it was asked for. */
function later(read: LogCursor, head: LogCursor): LogCursor {
  return read.epoch === head.epoch && read.position < head.position ? head : read;
}

/** Reads what is planned, in the order of all that is selected: what is not planned is null. */
async function readAnswer(
  asked: AnsweredOperation,
  context: OperationContext,
  plan: Plan,
  selectionsOf: () => Selections,
): Promise<{ text: string; errors: readonly GraphQLError[]; cursor: LogCursor }> {
  const { texts, cursor } = await context.services.reader.run(plan, { ...context.run, variables: asked.variables });
  const inCode = plan.roots.filter(isInCode);
  const keys = [...selectionsOf().keys()];
  if (inCode.length === 0) return { text: dataText(keys, plan.roots, texts, null), errors: [], cursor };
  // what code goes on from may be long: others have their piece first
  const piece = context.services.turns.piece(context.payer ?? context.actor.accountId);
  if (piece !== null) await piece;
  const compiled = Object.fromEntries(
    inCode.flatMap(({ key, column }) => (column === null ? [] : [[key, JSON.parse(texts[column] ?? 'null')]])),
  ) as Record<string, unknown>;
  const selections = selectionsOf();
  const nodes = inCode.flatMap(({ key }) => selections.get(key)!);
  const { data, errors = [] } = await executeRoots(asked, context, nodes, { compiled });
  return { text: data == null ? 'null' : dataText(keys, plan.roots, texts, data), errors, cursor };
}

function isInCode(root: PlannedRoot): boolean {
  return root.column === null || root.isForCode;
}

function dataText(
  keys: readonly string[],
  roots: readonly PlannedRoot[],
  texts: readonly (string | null)[],
  executed: Readonly<Record<string, unknown>> | null,
): string {
  const values = new Map(
    roots.map((root) => [
      root.key,
      isInCode(root) ? JSON.stringify(executed![root.key]) : (texts[root.column!] ?? 'null'),
    ]),
  );
  return `{${keys.map((key) => `"${key}":${values.get(key) ?? 'null'}`).join(',')}}`;
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
  return answerQuery({ schema, document, operation, rawVariables, variables }, context, 'query', (collector) =>
    collector.root(query, operation.selectionSet),
  );
}
