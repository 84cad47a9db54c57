import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import { type Actor, type Caller } from '../access/actor';
import { todayOf } from '../lib/clock';
import type { Language } from '../lib/localised';
import type { EntityClass, Run } from '../reader/model/declarations';
import { ReadError } from '../reader/read-error';
import type { Variables } from '../reader/lists/argument-value';
import type { Plan } from '../reader/statement/plan';
import { type ReadRequest, ROW_ID } from '../reader/statement/planner';
import type { EstimatedCost } from './cost/estimated-cost';
import type { Services } from './services';
import { takeTruncations, type Truncation } from '../reader/lists/truncation';

/** As what an operation is counted, each kind for itself. A query that does not parse counts as one. */
export type OperationKind = 'query' | 'mutation' | 'subscription';

/** Where an operation came from. */
export interface Origin {
  readonly transport: 'http' | 'websocket';
  /** Address of the peer: for limits and records. */
  readonly address: string;
}

/** What an answer says of itself to HTTP. */
export interface AnsweredOverHttp {
  /** Tag of its data, for what was asked by GET and may be asked again. */
  tag: string | null;
  /** Whether it may be compressed: what a mutation answers may hold a secret, and the length of what is compressed tells of it. */
  isCompressible: boolean;
}

/**
 * What resolvers get. One for each operation, each event and each run of a live query: nothing read before is remembered, rights and
 * time are those of now.
 */
export class OperationContext {
  /** What the answer depends on, filled while it is read. */
  readonly dependencies = new Set<string>();
  /** Cookies to set with an HTTP answer. */
  readonly cookies: string[] = [];
  /** What HTTP must know of the answer; an object of its own, since Apollo works with a copy of the context. */
  readonly answered: AnsweredOverHttp = { tag: null, isCompressible: false };
  /** On a stream of events: the cursor of the event delivered before this one. */
  previousCursor: string | null = null;
  /** Account in whose turn it is executed, where several share it. */
  payer: string | null = null;
  /** As what it was counted before it was parsed. */
  countedAs: OperationKind = 'query';
  /** Seconds after which a refused client may come again: for its HTTP answer. */
  retryAfter: number | null = null;
  /** The answer is read anew even where one is at hand. */
  noCache = false;
  /** Whether the answer says how it was found: for operators. */
  wantsExplanation = false;
  /** Whether the answer is what the operation would cost: it is not run. */
  wantsEstimate = false;
  /** What the operation costs, once measured. */
  cost: EstimatedCost | null = null;
  /** Lists of the answer that were cut, found while it is read. */
  readonly truncated: Truncation[] = [];

  constructor(
    readonly services: Services,
    private asking: Caller,
    readonly origin: Origin,
  ) {}

  /** Who asks, perhaps a stranger, and in which language. */
  get caller(): Caller {
    return this.asking;
  }

  /** Goes on as the account that has just signed in. */
  become(actor: Actor): void {
    this.asking = { ...this.asking, actor };
  }

  get language(): Language {
    return this.caller.language;
  }

  /** Who asks. Throws UNAUTHENTICATED for strangers. */
  get actor(): Actor {
    if (this.caller.actor === null) throw unauthenticated();
    return this.caller.actor;
  }

  /** What a statement is run with: who asks, at which moment of the programme. */
  get run(): Run {
    const { clock, appVersion } = this.services;
    const now = clock.now();
    const today = todayOf({ now: () => now });
    const payer = this.payer === null ? {} : { payer: this.payer };
    return { actor: this.actor, now, today, appVersion, clockOffsetMs: clock.offsetMs, ...payer };
  }

  /** The row of an id with what is selected below the field being resolved; null when it is not there or not visible. For what no statement has read yet. */
  async readRow(entity: EntityClass, id: unknown, info: GraphQLResolveInfo): Promise<object | null> {
    if (id === null || id === undefined) return null;
    const { planner, registry } = this.services;
    const plan = planner.planRow(this.questionOf(info), registry.of(entity), info.fieldNodes);
    return this.readPlan(plan, { ...info.variableValues, [ROW_ID]: id }, info);
  }

  /** A single, e.g. who is signed in, with what is selected below the field being resolved. */
  readSingle(field: string, info: GraphQLResolveInfo): Promise<object | null> {
    const plan = this.services.planner.planSingle(this.questionOf(info), field, info.fieldNodes);
    return this.readPlan(plan, info.variableValues, info);
  }

  private questionOf({ operation, fragments, variableValues: variables }: GraphQLResolveInfo): ReadRequest {
    return { document: operation, operation, fragments, variables, actor: this.actor, language: this.language };
  }

  private async readPlan(plan: Plan, variables: Variables, { path }: GraphQLResolveInfo): Promise<object | null> {
    for (const tag of plan.tags) this.dependencies.add(tag);
    const { texts } = await this.services.reader.run(plan, { ...this.run, variables });
    const { text, truncated } = takeTruncations(texts[0] ?? 'null', responsePathAsArray(path));
    this.truncated.push(...truncated);
    return JSON.parse(text) as object | null;
  }
}

/** The error for whoever is not signed in. */
export function unauthenticated(): ReadError {
  return new ReadError('UNAUTHENTICATED', {
    vi: 'Bạn chưa đăng nhập hoặc phiên đã hết hạn. Hãy đăng nhập.',
    en: 'You are not signed in, or the session has ended. Sign in.',
  });
}
