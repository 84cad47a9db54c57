import type fc from 'fast-check';
import type { ApiClient } from '../support/api-client';
import type { DatabaseView } from '../support/database-view';
import { sendDocument } from '../support/document-operations';

export const PEOPLE = ['secretariat', 'head', 'reporter', 'approver', 'other.reporter', 'analyst'] as const;
export type Who = (typeof PEOPLE)[number];
/** The units for which roles of a unit are held. */
const UNIT_OF: Readonly<Partial<Record<Who, string>>> = {
  reporter: 'so-tttt',
  approver: 'so-tttt',
  'other.reporter': 'so-nnptnt',
};
export const UNITS = ['so-tttt', 'so-nnptnt', 'so-tc'] as const;
export type UnitCode = (typeof UNITS)[number];
/** The way up, as it was agreed: a document passes every level up to its own. */
export const LEVELS = [
  'UNIT',
  'PEOPLES_COMMITTEE',
  'PARTY_STANDING_BOARD',
  'PARTY_COMMITTEE',
  'PEOPLES_COUNCIL',
] as const;
export type Level = (typeof LEVELS)[number];
const TODAY = '2023-11-14';
/** The date on an issued paper. */
const ISSUED_ON = TODAY;

/** What is drawn of a document. */
export interface Drawn {
  readonly kind: 'INSPECTION_PLAN' | 'PLAN' | 'POLICY_PROPOSAL' | 'REGULATION';
  readonly level: Level;
  /** The unit that drafts it; null for the committee's own papers. */
  readonly unit: 'so-tttt' | 'so-nnptnt' | null;
  readonly submitBy: string | null;
  /** Whether it begins with its text. */
  readonly withSections: boolean;
  /** Of a plan: a list that holds what it must, one that lacks its row, none. */
  readonly list: 'full' | 'short' | 'none';
}

const SECTIONS: Readonly<Record<Drawn['kind'], readonly string[]>> = {
  INSPECTION_PLAN: ['PURPOSE', 'CONTENT', 'ORGANISATION'],
  PLAN: ['PURPOSE', 'CONTENT', 'ORGANISATION'],
  POLICY_PROPOSAL: ['BODY'],
  REGULATION: ['DUTIES', 'WORKING_REGIME', 'WORKING_RELATIONS'],
};

/** The whole text of a document of that kind. */
export function textOf(kind: Drawn['kind']): { kind: string; text: string }[] {
  return SECTIONS[kind].map((section) => ({ kind: section, text: 'Nội dung.' }));
}

interface Request {
  readonly unit: UnitCode;
  opinion: string | null;
  verdict: string | null;
  /** The document was finalised without waiting for it. */
  isWaived: boolean;
}

/** What is kept of a step. */
interface Noted {
  readonly kind: string;
  readonly by: Who;
  readonly note: string | null;
  readonly level: Level | null;
  readonly takenOn: string;
}

/** What a document should be: told by the rules of the product, not by the code. */
export class Model {
  state = 'DRAFTING';
  versions = 1;
  submissions = 0;
  approved: Level[] = [];
  requests: Request[] = [];
  readonly steps: Noted[];
  sections: boolean;

  constructor(
    readonly drawn: Drawn,
    draftedBy: Who,
  ) {
    this.sections = drawn.withSections;
    this.steps = [{ kind: 'DRAFTED', by: draftedBy, note: null, level: null, takenOn: TODAY }];
  }
}

/** What a test's program is reached by: its people, and who they are in its answers. */
export interface World {
  readonly view: DatabaseView;
  readonly clients: Readonly<Record<Who, ApiClient>>;
  readonly names: Readonly<Record<string, Who>>;
}

/** The document as the program has it. */
export interface Real {
  readonly documentId: string;
  readonly world: World;
}

const routeOf = ({ drawn }: Model): readonly Level[] => LEVELS.slice(0, LEVELS.indexOf(drawn.level) + 1);
const awaitedOf = (model: Model): Level | null => routeOf(model)[model.approved.length] ?? null;

const drafts = (who: Who, { unit }: Drawn) =>
  who === 'secretariat' || (who !== 'approver' && unit !== null && UNIT_OF[who] === unit);
const submits = (who: Who, { unit }: Drawn) => who === 'secretariat' || (who === 'approver' && UNIT_OF[who] === unit);
const decides = (who: Who) => who === 'secretariat' || who === 'head';

/** One step: who takes it, what it should come to (a code of refusal, or done), what is then so. */
abstract class Step implements fc.AsyncCommand<Model, Real> {
  constructor(readonly who: Who) {}

  abstract readonly mutation: string;
  protected abstract input(real: Real, model: Model): Promise<object> | object;
  protected abstract refusal(model: Model): string | null;
  protected abstract take(model: Model): void;

  /** What is kept of the step: who took it, when, and why. */
  protected note(
    model: Model,
    kind: string,
    { note = null, level = null, takenOn = TODAY }: Partial<Noted> = {},
  ): void {
    model.steps.push({ kind, by: this.who, note, level, takenOn });
  }

  check(): boolean {
    return true;
  }

  async run(model: Model, real: Real): Promise<void> {
    const expected = this.refusal(model);
    const { clients, view } = real.world;
    const before = expected === null ? null : await view.everything();
    const { userErrors } = await sendDocument(clients[this.who], this.mutation, await this.input(real, model));
    expect([this.toString(), userErrors[0]?.code ?? null]).toEqual([this.toString(), expected]);
    if (before !== null) expect(await view.everything()).toEqual(before);
    else this.take(model);
    expect(await standing(real)).toEqual(shapeOf(model));
  }

  toString(): string {
    return `${this.mutation} by ${this.who}`;
  }
}

const isUnanswered = ({ opinion, verdict }: Request) => opinion !== null && opinion !== 'AGREED' && verdict === null;

/** Requests that are waited for: a later one to the same unit stands in the place of an earlier one. */
const awaited = (requests: readonly Request[]) =>
  requests.filter((request) => {
    const latest = requests.findLast(({ unit }) => unit === request.unit);
    return request === latest && request.opinion === null && !request.isWaived;
  });

const isIn = (model: Model, ...states: string[]) => states.includes(model.state);

export class Revise extends Step {
  readonly mutation = 'reviseDocument';
  input = ({ documentId }: Real, { drawn }: Model) => ({ documentId, note: 'Sửa', sections: textOf(drawn.kind) });
  refusal(model: Model): string | null {
    if (!drafts(this.who, model.drawn)) return 'FORBIDDEN';
    return isIn(model, 'DRAFTING', 'CONSULTING', 'FINALISED') ? null : 'CONFLICT';
  }
  take(model: Model): void {
    model.state = model.state === 'CONSULTING' ? 'CONSULTING' : 'DRAFTING';
    model.versions += 1;
    model.sections = true;
    this.note(model, 'REVISED', { note: 'Sửa' });
  }
}

export class Send extends Step {
  readonly mutation = 'sendForOpinions';
  constructor(
    who: Who,
    readonly unit: UnitCode,
  ) {
    super(who);
  }
  input = ({ documentId }: Real) => ({ documentId, unitCodes: [this.unit], dueOn: '2023-11-30' });
  refusal(model: Model): string | null {
    if (!drafts(this.who, model.drawn)) return 'FORBIDDEN';
    return isIn(model, 'DRAFTING', 'CONSULTING') ? null : 'CONFLICT';
  }
  take(model: Model): void {
    model.state = 'CONSULTING';
    model.requests.push({ unit: this.unit, opinion: null, verdict: null, isWaived: false });
    this.note(model, 'SENT_FOR_OPINIONS');
  }
}

export class Opine extends Step {
  readonly mutation = 'recordOpinion';
  constructor(
    who: Who,
    readonly unit: UnitCode,
    readonly opinion: string,
  ) {
    super(who);
  }
  input = ({ documentId }: Real) => ({ documentId, unitCode: this.unit, opinion: this.opinion, text: 'Góp ý.' });
  private open(model: Model): Request | undefined {
    const latest = model.requests.findLast(({ unit }) => unit === this.unit);
    return latest?.opinion === null && !latest.isWaived ? latest : undefined;
  }
  refusal(model: Model): string | null {
    if (this.who !== 'secretariat' && UNIT_OF[this.who] !== this.unit) return 'FORBIDDEN';
    if (!isIn(model, 'CONSULTING')) return 'CONFLICT';
    if (this.open(model) !== undefined) return null;
    return model.requests.some(({ unit }) => unit === this.unit) ? 'CONFLICT' : 'INVALID';
  }
  take(model: Model): void {
    this.open(model)!.opinion = this.opinion;
  }
}

export class Answer extends Step {
  readonly mutation = 'answerOpinion';
  async input({ documentId, world }: Real, model: Model): Promise<object> {
    const place = model.requests.findIndex((request) => request === this.aimed(model));
    const rows = await world.view.rows<{ id: string }>(
      `select 'co_' || id as id from consultation where 'do_' || document_id = $1 order by round`,
      [documentId],
    );
    const consultationId = rows[place]?.id ?? 'co_00000000-0000-4000-8000-000000000000';
    return { consultationId, verdict: 'NOT_TAKEN_IN', reason: 'Trái quy định.' };
  }
  /** What has come and is not answered, else anything that was asked. */
  private aimed({ requests }: Model): Request | undefined {
    return requests.find(({ opinion, verdict }) => opinion !== null && verdict === null) ?? requests[0];
  }
  refusal(model: Model): string | null {
    const aimed = this.aimed(model);
    if (aimed === undefined) return 'NOT_FOUND';
    if (!drafts(this.who, model.drawn)) return 'FORBIDDEN';
    return isIn(model, 'CONSULTING') && aimed.opinion !== null ? null : 'CONFLICT';
  }
  take(model: Model): void {
    this.aimed(model)!.verdict = 'NOT_TAKEN_IN';
  }
}

export class Finalise extends Step {
  readonly mutation = 'finaliseDocument';
  constructor(
    who: Who,
    readonly reason: string | null,
  ) {
    super(who);
  }
  input = ({ documentId }: Real) => ({ documentId, withoutOpinionsReason: this.reason });
  refusal(model: Model): string | null {
    if (!drafts(this.who, model.drawn)) return 'FORBIDDEN';
    if (!isIn(model, 'DRAFTING', 'CONSULTING')) return 'CONFLICT';
    const { requests } = model;
    if (requests.some(isUnanswered)) {
      return 'CONFLICT';
    }
    const isSilent = requests.length === 0 || awaited(requests).length > 0;
    return isSilent && this.reason === null ? 'INVALID' : null;
  }
  take(model: Model): void {
    model.state = 'FINALISED';
    for (const request of model.requests) request.isWaived ||= request.opinion === null;
    this.note(model, 'FINALISED', { note: this.reason });
  }
}

export class Submit extends Step {
  readonly mutation = 'submitDocument';
  constructor(
    who: Who,
    readonly reason: string | null,
  ) {
    super(who);
  }
  input = ({ documentId }: Real) => ({ documentId, latenessReason: this.reason });
  refusal(model: Model): string | null {
    if (!submits(this.who, model.drawn)) return 'FORBIDDEN';
    if (!isIn(model, 'FINALISED')) return 'CONFLICT';
    const { kind, level, list, submitBy } = model.drawn;
    const isTooLow = kind === 'POLICY_PROPOSAL' && level !== 'PEOPLES_COUNCIL';
    if (!model.sections || isTooLow || (kind === 'PLAN' && list !== 'full')) return 'INVALID';
    return submitBy !== null && TODAY > submitBy && this.reason === null ? 'LATENESS_REASON_REQUIRED' : null;
  }
  take(model: Model): void {
    model.state = 'SUBMITTED';
    model.submissions += 1;
    model.approved = [];
    this.note(model, 'SUBMITTED', { note: this.reason });
  }
}

export class Approve extends Step {
  readonly mutation = 'approveDocument';
  constructor(
    who: Who,
    /** The level by its place on the way up, or the one that is awaited. */
    readonly level: Level | 'AWAITED',
  ) {
    super(who);
  }
  input = ({ documentId }: Real, model: Model) => ({ documentId, level: this.levelOf(model) });
  private levelOf(model: Model): Level {
    return this.level === 'AWAITED' ? (awaitedOf(model) ?? 'UNIT') : this.level;
  }
  refusal(model: Model): string | null {
    if (!decides(this.who)) return 'FORBIDDEN';
    if (!isIn(model, 'SUBMITTED')) return 'CONFLICT';
    const level = this.levelOf(model);
    if (!routeOf(model).includes(level)) return 'INVALID';
    return level === awaitedOf(model) ? null : 'CONFLICT';
  }
  take(model: Model): void {
    const level = this.levelOf(model);
    model.approved.push(level);
    this.note(model, 'APPROVED', { level });
  }
}

export class Return extends Step {
  readonly mutation = 'returnDocument';
  input = ({ documentId }: Real) => ({ documentId, reason: 'Chưa đạt.' });
  refusal(model: Model): string | null {
    if (!decides(this.who)) return 'FORBIDDEN';
    return isIn(model, 'SUBMITTED') ? null : 'CONFLICT';
  }
  take(model: Model): void {
    model.state = 'DRAFTING';
    this.note(model, 'RETURNED', { note: 'Chưa đạt.' });
  }
}

export class Issue extends Step {
  readonly mutation = 'issueDocument';
  input = ({ documentId }: Real) => ({ documentId, number: `${documentId}/KH`, issuedOn: ISSUED_ON });
  refusal(model: Model): string | null {
    if (!decides(this.who)) return 'FORBIDDEN';
    return isIn(model, 'SUBMITTED') && model.approved.length === routeOf(model).length ? null : 'CONFLICT';
  }
  take(model: Model): void {
    model.state = 'ISSUED';
    this.note(model, 'ISSUED', { takenOn: ISSUED_ON });
  }
}

export class Withdraw extends Step {
  readonly mutation = 'withdrawDocument';
  input = ({ documentId }: Real) => ({ documentId, reason: 'Không cần nữa.' });
  refusal(model: Model): string | null {
    const whenSubmitted = submits(this.who, model.drawn) || decides(this.who);
    const before = drafts(this.who, model.drawn);
    if (!whenSubmitted && !before) return 'FORBIDDEN';
    // whose step it is in another state was overtaken, or is early
    if (!(isIn(model, 'SUBMITTED') ? whenSubmitted : before)) return 'CONFLICT';
    return isIn(model, 'ISSUED', 'WITHDRAWN') ? 'CONFLICT' : null;
  }
  take(model: Model): void {
    model.state = 'WITHDRAWN';
    this.note(model, 'WITHDRAWN', { note: 'Không cần nữa.' });
  }
}

/** How the document stands, as everybody reads it. */
async function standing({ documentId: id, world }: Real): Promise<object> {
  interface Step extends Omit<Noted, 'by'> {
    readonly actor: { readonly displayName: string };
  }
  const { data, errors } = await world.clients.analyst.ask<{ node: { steps: Step[] } }>(
    `query ($id: ID!) { node(id: $id) { ... on Document { state latestVersion submissions awaitedLevel openOpinions
      unansweredOpinions steps { kind note level takenOn actor { displayName } } } } }`,
    { id },
  );
  expect(errors).toBeUndefined();
  const { steps, ...rest } = data.node;
  return { ...rest, steps: steps.map(({ actor, ...step }) => ({ ...step, by: world.names[actor.displayName] })) };
}

function shapeOf(model: Model): object {
  const { requests, state } = model;
  return {
    state,
    latestVersion: model.versions,
    submissions: model.submissions,
    awaitedLevel: state === 'SUBMITTED' ? awaitedOf(model) : null,
    openOpinions: isIn(model, 'CONSULTING') ? awaited(requests).length : 0,
    unansweredOpinions: isIn(model, 'CONSULTING') ? requests.filter(isUnanswered).length : 0,
    steps: model.steps,
  };
}
