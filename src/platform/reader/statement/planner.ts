import { createHash } from 'node:crypto';
import type { FieldNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { type Actor, rightsKeyOf } from '../../access/actor';
import type { Language } from '../../lib/localised';
import { SharedCache } from '../../lib/shared-cache';
import { Compiler } from './compiler';
import type { Variables } from '../lists/argument-value';
import type { ReadModel } from '../model/model';
import type { PageCursors } from '../lists/page-cursor';
import type { Plan, PlanCost, PlannedRoot } from './plan';
import type { ReadableType } from '../model/registry';
import { readEach } from '../read-error';
import { type DeclaredRoots, RootWriter } from './roots';
import { type Selections, SelectionCollector } from './selections';
import { shapeOf } from '../model/shape-of';
import { isCut } from '../lists/truncation';
import { presentTime, type RunValues, Scope, Statement } from './statement';

/** What is asked: the selections of a root type, with everything that decides on their meaning. */
export interface ReadRequest {
  /** Equal for equal documents: the text, or the parsed document itself. */
  readonly document: object;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ConstructorParameters<typeof SelectionCollector>[1];
  /** Coerced variables. */
  readonly variables: Variables;
  readonly actor: Actor;
  readonly language: Language;
}

const LIMIT_BYTES = 64 * 1024 * 1024;
const SHARE_BYTES = 16 * 1024 * 1024;

/** What a plan holds beside its text: its roots, tags and checks; and each parameter, with how its value is read: of 400 conditions each held 374 bytes. */
const PLAN_BYTES = 3_000;
const SLOT_BYTES = 400;

/** Beyond so many characters the shape of variables stands in a key by its hash. */
const LONGEST_SHAPE = 200;

/** Plans operations, and remembers the plans: as many as their bytes allow, those of one account no more than its share. */
export class Planner {
  private readonly plans = new SharedCache<Plan>({ limitBytes: LIMIT_BYTES, shareBytes: SHARE_BYTES, bytesOf });
  private readonly documents = new WeakMap<object, number>();
  private documentCount = 0;
  private planCount = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly model: ReadModel,
    private readonly cursors: PageCursors,
    private readonly roots: DeclaredRoots,
    /** What a question costs; throws when that is more than the asker may. */
    private readonly costOf: (question: ReadRequest) => PlanCost,
  ) {}

  /** Plan of the root fields that a function picks from an operation, e.g. those of a query, or those below `live`. */
  plan(question: ReadRequest, place: string, selectionsOf: (collector: SelectionCollector) => Selections): Plan {
    return this.remembered(question, place, (collector) => {
      const cost = this.costOf(question);
      const selections = selectionsOf(collector);
      return this.write(question, collector, cost, (statement, scope, compile) => {
        const columns: string[] = [];
        const roots = readEach([...selections], ([key, nodes]): PlannedRoot => {
          const written = statement.at(key, () =>
            compile((compiler) => new RootWriter(compiler, this.roots, statement).json(nodes, scope)),
          );
          if (written.sql === null) {
            // no event tells when what code answers has changed
            statement.isMomentary = true;
            return { key, field: nodes[0]!.name.value, column: null, isForCode: false };
          }
          columns.push(written.sql);
          return { key, field: nodes[0]!.name.value, column: columns.length - 1, isForCode: written.isForCode };
        });
        return { columns, roots };
      });
    });
  }

  /** Plan of one row by its id, for selections of field nodes: what the payload of a mutation leads to. The id is `$id` of the run's variables. */
  planRow(question: ReadRequest, type: ReadableType, nodes: readonly FieldNode[]): Plan {
    const place = `row ${type.name} ${this.numberOf(nodes[0]!)}`;
    return this.remembered(question, place, (collector) =>
      this.write(question, collector, null, (statement, scope, compile) => {
        const id = statement.bind(readRowId, type.id.sqlType);
        const { sql } = compile(
          (compiler) => compiler.oneJson(type, (row) => `${row}."${type.id.column}" = ${id}`, nodes, scope),
          true,
        );
        return { columns: [sql!], roots: [{ key: 'row', field: 'row', column: 0, isForCode: true }] };
      }),
    );
  }

  /** Plan of a single, for selections of field nodes. */
  planSingle(question: ReadRequest, field: string, nodes: readonly FieldNode[]): Plan {
    const single = this.roots.singles.find((entry) => entry.field === field)!;
    return this.remembered(question, `single ${this.numberOf(nodes[0]!)}`, (collector) =>
      this.write(question, collector, null, (statement, scope, compile) => {
        const { sql } = compile(
          (compiler) => new RootWriter(compiler, this.roots, statement).singleJson(single, nodes, scope),
          true,
        );
        return { columns: [sql!], roots: [{ key: 'row', field, column: 0, isForCode: true }] };
      }),
    );
  }

  private remembered(question: ReadRequest, place: string, make: (collector: SelectionCollector) => Plan): Plan {
    const { document, operation, variables, actor, language } = question;
    const shape = shapeOf(this.schema, operation, variables);
    const operationName = operation.name?.value ?? '';
    const named = shape.length <= LONGEST_SHAPE ? shape : createHash('sha256').update(shape).digest('base64url');
    const key = `${this.numberOf(document)} ${operationName} ${place} ${language} ${rightsKeyOf(actor)} ${named}`;
    const known = this.plans.get(key);
    if (known !== undefined) return known;
    const collector = this.collectorOf(question);
    const made = make(collector);
    collector.forgetVariables();
    this.plans.set(key, made, actor.accountId);
    return made;
  }

  /** Bytes that the plans hold. */
  get bytes(): number {
    return this.plans.bytes;
  }

  /** What resolves the selections of a question. */
  collectorOf({ fragments, variables }: ReadRequest): SelectionCollector {
    return new SelectionCollector(this.schema, fragments, variables);
  }

  private write(
    question: ReadRequest,
    collector: SelectionCollector,
    cost: PlanCost | null,
    writeColumns: WriteColumns,
  ): Plan {
    const statement = new Statement();
    const scope = new Scope(statement, question.actor, presentTime());
    const computed = new Set<string>();
    const compile: Compile = (write, isForCode = false) => {
      const parts = { schema: this.schema, model: this.model, cursors: this.cursors, collector, statement };
      const compiler = new Compiler({ ...parts, language: question.language }, isForCode);
      const isText = () => compiler.computed.size === 0;
      const sql = statement.attempt(
        () => write(compiler),
        () => isForCode || isText(),
      );
      for (const field of compiler.computed) computed.add(field);
      // what code goes on from must say more than what leaves as text: written again
      return isForCode || isText() ? { sql, isForCode } : compile(write, true);
    };
    const { columns, roots } = writeColumns(statement, scope, compile);
    const text = statementText(statement, columns);
    this.planCount += 1;
    return {
      id: this.planCount,
      cost,
      name: createHash('sha256').update(text).digest('base64url').slice(0, 32),
      text,
      slots: statement.slots,
      types: statement.types,
      roots,
      checks: statement.checks.map(({ error }, index) => ({ column: columns.length + index, error })),
      moments: statement.moments,
      suppositions: statement.suppositions,
      tags: statement.tags,
      isPersonal: statement.isPersonal,
      isMomentary: statement.isMomentary,
      isCut: isCut(text),
      computed: [...computed],
    };
  }

  private numberOf(document: object): number {
    const known = this.documents.get(document);
    if (known !== undefined) return known;
    this.documentCount += 1;
    this.documents.set(document, this.documentCount);
    return this.documentCount;
  }
}

function bytesOf({ text, slots, roots }: Plan, key: string): number {
  return PLAN_BYTES + (text.length + key.length) * 2 + (slots.length + roots.length) * SLOT_BYTES;
}

// by itself: within the planner it would keep the question, and with it a client's variables
function readRowId(run: RunValues): unknown {
  return run.variables[ROW_ID];
}

/** The variable under which a run of a row's plan finds its id; no client's variable has such a name. */
export const ROW_ID = '#id';

interface Written {
  readonly sql: string | null;
  readonly isForCode: boolean;
}

type Compile = (write: (compiler: Compiler) => string | null, isForCode?: boolean) => Written;

type WriteColumns = (
  statement: Statement,
  scope: Scope,
  compile: Compile,
) => { columns: string[]; roots: PlannedRoot[] };

/** The statement: the position of the log in the same snapshot, every root as JSON text, every check. */
function statementText(statement: Statement, columns: readonly string[]): string {
  const expressions = statement.expressions.length === 0 ? '' : `with ${statement.expressions.join(', ')} `;
  const parts = [
    'h.epoch',
    'h.position',
    ...columns.map((sql) => `(${sql})::text`),
    ...statement.checks.map(({ sql }) => sql),
  ];
  return `${expressions}select ${parts.join(', ')} from log_head h`;
}
