import { createHash } from 'node:crypto';
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
import { objectText } from '../lib/json-text';
import { type LogCursor, writeCursor } from '../event-log/log-cursor';
import type { Answer } from '../reader/answer-cache';
import type { Plan, PlanCost, PlannedRoot } from '../reader/statement/plan';
import type { ReadRequest } from '../reader/statement/planner';
import type { ReadError } from '../reader/read-error';
import { fragmentsOf, type SelectionCollector, type Selections } from '../reader/statement/selections';
import { assertAffordable } from './cost/assert-affordable';
import { TooExpensive } from './cost/too-expensive';
import { assertVariables } from './limits/assert-variables';
import { takeTruncations, type Truncation } from '../reader/lists/truncation';
import { explainPlan, type Explanation } from './explain-plan';
import { maskError } from './mask-error';
import type { CompiledRoots } from '../schema/compiled-roots';
import type { OperationContext } from '../schema/operation-context';
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
  /** Lists of the answer that were cut. */
  readonly truncated?: readonly Truncation[];
  readonly explain?: Explanation;
}

const NULL = Buffer.from('null');
const LONGEST_VALUES = 500;
const MANY_VALUES = 1_000;

/**
 * Answers the selections of `Query` in an operation: those of a query, or those below `live`. What is compiled leaves as the text that the database made; fields that are
 * computed in code are executed over the parsed answer, by graphql-js. The same question by the same rights gets the same bytes until something that it depends on changes.
 * A root field that cannot be answered as it was asked is null, with its error, and the others are answered; only where it may not be null there is no data at all.
 */
export function answerQuery(
  asked: AnsweredOperation,
  context: OperationContext,
  place: string,
  selectionsOf: (collector: SelectionCollector) => Selections,
): MaskedAnswer | Promise<MaskedAnswer> {
  const { document, operation, variables } = asked;
  const { actor, language, services } = context;
  const { head } = services.log.feed;
  const question = { document, operation, fragments: fragmentsOf(document), variables, actor, language };
  const asking = { context, question, place, selectionsOf, head };
  try {
    const answer = answerBeside(NONE_REFUSED, asked, asking);
    return answer instanceof Promise ? answer.catch((error: unknown) => answerOthers(error, asked, asking)) : answer;
  } catch (error) {
    return answerOthers(error, asked, asking);
  }
}

/** Answers the root fields that can be answered, when an error has refused others. */
async function answerOthers(first: unknown, asked: AnsweredOperation, asking: Asking): Promise<MaskedAnswer> {
  const { context, question, selectionsOf } = asking;
  const refused = new Map<string, ReadError>();
  let error = first;
  // planning, binding and running each find all that they refuse: three more rounds at most
  for (;;) {
    try {
      const selections = without(selectionsOf(context.services.planner.collectorOf(question)), refused);
      const more = refusedRoots(error, asked.schema, selections);
      if (more === null) return refusal(error, context);
      for (const [key, failed] of more) refused.set(key, failed);
    } catch (failure) {
      return refusal(failure, context);
    }
    try {
      return await answerBeside(refused, asked, asking);
    } catch (next) {
      error = next;
    }
  }
}

/** What is asked, and by whom. */
interface Asking {
  readonly context: OperationContext;
  readonly question: ReadRequest;
  readonly place: string;
  readonly selectionsOf: (collector: SelectionCollector) => Selections;
  /** The end of the log when it was asked. */
  readonly head: LogCursor;
}

const NONE_REFUSED: RefusedRoots = new Map();

/** Answers what is selected beside the root fields that are refused: at once if the answer is at hand. Throws what it cannot read. */
function answerBeside(
  refused: RefusedRoots,
  asked: AnsweredOperation,
  asking: Asking,
): MaskedAnswer | Promise<MaskedAnswer> {
  const { context, question, head } = asking;
  const { services, language } = context;
  const { accountId } = question.actor;
  const place = refused.size === 0 ? asking.place : [asking.place, ...[...refused.keys()].sort()].join(' -');
  const plan = services.planner.plan(question, place, (collector) => without(asking.selectionsOf(collector), refused));
  for (const tag of plan.tags) context.dependencies.add(tag);
  const failures: GraphQLError[] = [...refused.values()].map(toGraphQLError);
  const read = async (): Promise<Answer> => {
    const { text, errors, cursor, truncated } = await readAnswer(asked, context, plan, () =>
      asking.selectionsOf(services.planner.collectorOf(question)),
    );
    failures.push(...errors);
    const isKept = failures.length === 0 && !plan.isMomentary;
    return { bytes: Buffer.from(text), cursor, tags: plan.tags, truncated, isKept };
  };
  const masked = (answer: Answer, explain: Explanation | null): MaskedAnswer => ({
    data: answer.bytes,
    isKept: answer.isKept,
    ...(failures.length > 0 && { errors: failures.map((error) => maskError(error, language, services.logger)) }),
    extensions: {
      cursor: writeCursor(later(answer.cursor, head)),
      ...(plan.cost !== null && { cost: plan.cost }),
      ...(answer.truncated.length > 0 && { truncated: answer.truncated }),
      ...(explain !== null && { explain }),
    },
  });
  const owner = plan.isPersonal || plan.computed.length > 0 ? accountId : '';
  const answer = context.noCache
    ? read()
    : services.answers.answer(keyOf(plan, owner, question.variables), accountId, read);
  if (!(answer instanceof Promise) && !context.wantsExplanation) return masked(answer, null);
  return Promise.resolve(answer).then(async (found) =>
    masked(found, context.wantsExplanation ? await explainPlan(context, plan, question.variables) : null),
  );
}

/** The answer of what is refused as a whole. */
function refusal(error: unknown, { language, services }: OperationContext): MaskedAnswer {
  const shown = maskError(toGraphQLError(error), language, services.logger);
  const cursor = writeCursor(services.log.feed.head);
  const cost = error instanceof TooExpensive ? { cost: error.cost } : {};
  return { data: NULL, isKept: false, errors: [shown], extensions: { cursor, ...cost } };
}

/** Names an answer by its plan, whose it is, and the values of the variables; long ones by their hash. */
function keyOf(plan: Plan, owner: string, variables: Readonly<Record<string, unknown>>): string {
  const values = JSON.stringify(variables);
  const named = values.length <= LONGEST_VALUES ? values : createHash('sha256').update(values).digest('base64url');
  return `${plan.id} ${owner} ${named}`;
}

/** What an answer holds: at least what this process had heard of when it was asked for. */
function later(read: LogCursor, head: LogCursor): LogCursor {
  return read.epoch === head.epoch && read.position < head.position ? head : read;
}

interface ReadAnswer {
  readonly text: string;
  readonly errors: readonly GraphQLError[];
  readonly cursor: LogCursor;
  readonly truncated: readonly Truncation[];
}

/** Reads what is planned, in the order of all that is selected: what is not planned is null. */
async function readAnswer(
  asked: AnsweredOperation,
  context: OperationContext,
  plan: Plan,
  selectionsOf: () => Selections,
): Promise<ReadAnswer> {
  const read = await context.services.reader.run(plan, { ...context.run, variables: asked.variables });
  const { cursor } = read;
  const { texts, truncated } = withoutMarks(plan, read.texts);
  const inCode = plan.roots.filter(isInCode);
  const selections = selectionsOf();
  const keys = [...selections.keys()];
  if (inCode.length === 0) return { text: dataText(keys, plan.roots, texts, null), errors: [], cursor, truncated };
  // what code goes on from may be long: others have their piece first
  const piece = context.services.turns.piece(context.payer ?? context.actor.accountId);
  if (piece !== null) await piece;
  const compiled = Object.fromEntries(
    inCode.flatMap(({ key, column }) => (column === null ? [] : [[key, JSON.parse(texts[column] ?? 'null')]])),
  ) as Record<string, unknown>;
  const nodes = inCode.flatMap(({ key }) => selections.get(key)!);
  const { data, errors = [] } = await executeRoots(asked, context, nodes, { compiled });
  return { text: data == null ? 'null' : dataText(keys, plan.roots, texts, data), errors, cursor, truncated };
}

/** The texts of a plan's columns as they may go on, and which of their lists were cut. */
function withoutMarks(
  { isCut, roots }: Plan,
  texts: readonly (string | null)[],
): { readonly texts: readonly (string | null)[]; readonly truncated: readonly Truncation[] } {
  if (!isCut) return { texts, truncated: [] };
  const [left, truncated]: [(string | null)[], Truncation[]] = [[...texts], []];
  for (const { key, column } of roots) {
    const text = column === null ? null : texts[column]!;
    if (text === null) continue;
    const taken = takeTruncations(text, [key]);
    left[column!] = taken.text;
    truncated.push(...taken.truncated);
  }
  return { texts: left, truncated };
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
  return objectText(keys.map((key) => [key, values.get(key) ?? 'null']));
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

/**
 * Answers a whole query operation of somebody who is signed in, at once if the answer is at hand. Null when its variables do not fit: then the execution says how.
 */
export function answerOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  rawVariables: Readonly<Record<string, unknown>>,
  context: OperationContext,
): MaskedAnswer | null | Promise<MaskedAnswer> {
  try {
    const values = assertVariables(rawVariables);
    // coercing 6,600 conditions takes longer than finding that they are too many
    if (values > MANY_VALUES) assertAffordable(schema, { document, operation }, rawVariables, context.caller.actor);
  } catch (error) {
    return refusal(error, context);
  }
  const { coerced: variables } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...rawVariables });
  if (variables === undefined || context.caller.actor === null) return null;
  const query = schema.getQueryType()!;
  return answerQuery({ schema, document, operation, rawVariables, variables }, context, 'query', (collector) =>
    collector.root(query, operation.selectionSet),
  );
}
