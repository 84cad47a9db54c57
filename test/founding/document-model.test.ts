import fc from 'fast-check';
import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { doneDocument, sendDocument } from '../support/document-operations';
import { startTestProgram, type TestProgram } from '../support/program';

let program: TestProgram;
let view: DatabaseView;
let clients: Record<Who, ApiClient>;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  clients = {
    secretariat: await program.as('secretariat'),
    head: await program.as('head'),
    reporter: await program.as('reporter'),
    approver: await program.as('approver'),
    analyst: await program.as('analyst'),
  };
});

afterAll(async () => {
  await view.close();
  await program.close();
});

type Who = 'secretariat' | 'head' | 'reporter' | 'approver' | 'analyst';
const PEOPLE: readonly Who[] = ['secretariat', 'head', 'reporter', 'approver', 'analyst'];
const UNITS = ['so-tttt', 'so-yt', 'so-tc'] as const;
type UnitCode = (typeof UNITS)[number];
const LEVELS = ['UNIT', 'PEOPLES_COMMITTEE'];

interface Request {
  readonly unit: UnitCode;
  opinion: string | null;
  verdict: string | null;
  /** The document was finalised without waiting for it. */
  isWaived: boolean;
}

/** What a document of so-tttt should be: told by the rules of the product, not by the code. */
class Model {
  state = 'DRAFTING';
  versions = 1;
  submissions = 0;
  approved: string[] = [];
  requests: Request[] = [];
  steps: string[] = ['DRAFTED'];
  readonly withSections: boolean;
  sections: boolean;

  constructor(withSections: boolean) {
    this.withSections = withSections;
    this.sections = withSections;
  }
}

interface Real {
  readonly documentId: string;
}

const drafts = (who: Who) => who === 'secretariat' || who === 'reporter';
const submits = (who: Who) => who === 'secretariat' || who === 'approver';
const decides = (who: Who) => who === 'secretariat' || who === 'head';

/** One step: who takes it, what it should come to (a code of refusal, or done), what is then so. */
abstract class Step implements fc.AsyncCommand<Model, Real> {
  constructor(readonly who: Who) {}

  abstract readonly mutation: string;
  protected abstract input(real: Real, model: Model): Promise<object> | object;
  protected abstract refusal(model: Model): string | null;
  protected abstract take(model: Model): void;

  check(): boolean {
    return true;
  }

  async run(model: Model, real: Real): Promise<void> {
    const expected = this.refusal(model);
    const before = expected === null ? null : await view.everything();
    const { userErrors } = await sendDocument(clients[this.who], this.mutation, await this.input(real, model));
    expect([this.toString(), userErrors[0]?.code ?? null]).toEqual([this.toString(), expected]);
    if (before !== null) expect(await view.everything()).toEqual(before);
    else this.take(model);
    expect(await standing(real.documentId)).toEqual(shapeOf(model));
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

class Revise extends Step {
  readonly mutation = 'reviseDocument';
  input = ({ documentId }: Real) => ({
    documentId,
    note: 'Sửa',
    sections: ['PURPOSE', 'CONTENT', 'ORGANISATION'].map((kind) => ({ kind, text: 'Nội dung.' })),
  });
  refusal(model: Model): string | null {
    if (!drafts(this.who)) return 'FORBIDDEN';
    return isIn(model, 'DRAFTING', 'CONSULTING', 'FINALISED') ? null : 'CONFLICT';
  }
  take(model: Model): void {
    model.state = model.state === 'CONSULTING' ? 'CONSULTING' : 'DRAFTING';
    model.versions += 1;
    model.sections = true;
    model.steps.push('REVISED');
  }
}

class Send extends Step {
  readonly mutation = 'sendForOpinions';
  constructor(
    who: Who,
    readonly unit: UnitCode,
  ) {
    super(who);
  }
  input = ({ documentId }: Real) => ({ documentId, unitCodes: [this.unit], dueOn: '2023-11-30' });
  refusal(model: Model): string | null {
    if (!drafts(this.who)) return 'FORBIDDEN';
    return isIn(model, 'DRAFTING', 'CONSULTING') ? null : 'CONFLICT';
  }
  take(model: Model): void {
    model.state = 'CONSULTING';
    model.requests.push({ unit: this.unit, opinion: null, verdict: null, isWaived: false });
    model.steps.push('SENT_FOR_OPINIONS');
  }
}

class Opine extends Step {
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
    const speaks =
      this.who === 'secretariat' || (['reporter', 'approver'].includes(this.who) && this.unit === 'so-tttt');
    if (!speaks) return 'FORBIDDEN';
    if (!isIn(model, 'CONSULTING')) return 'CONFLICT';
    if (this.open(model) !== undefined) return null;
    return model.requests.some(({ unit }) => unit === this.unit) ? 'CONFLICT' : 'INVALID';
  }
  take(model: Model): void {
    this.open(model)!.opinion = this.opinion;
  }
}

class Answer extends Step {
  readonly mutation = 'answerOpinion';
  async input({ documentId }: Real, model: Model): Promise<object> {
    const place = model.requests.findIndex((request) => request === this.aimed(model));
    const rows = await view.rows<{ id: string }>(
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
    if (!drafts(this.who)) return 'FORBIDDEN';
    return isIn(model, 'CONSULTING') && aimed.opinion !== null ? null : 'CONFLICT';
  }
  take(model: Model): void {
    this.aimed(model)!.verdict = 'NOT_TAKEN_IN';
  }
}

class Finalise extends Step {
  readonly mutation = 'finaliseDocument';
  constructor(
    who: Who,
    readonly reason: string | null,
  ) {
    super(who);
  }
  input = ({ documentId }: Real) => ({ documentId, withoutOpinionsReason: this.reason });
  refusal(model: Model): string | null {
    if (!drafts(this.who)) return 'FORBIDDEN';
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
    model.steps.push('FINALISED');
  }
}

class Submit extends Step {
  readonly mutation = 'submitDocument';
  input = ({ documentId }: Real) => ({ documentId });
  refusal(model: Model): string | null {
    if (!submits(this.who)) return 'FORBIDDEN';
    if (!isIn(model, 'FINALISED')) return 'CONFLICT';
    return model.sections ? null : 'INVALID';
  }
  take(model: Model): void {
    model.state = 'SUBMITTED';
    model.submissions += 1;
    model.approved = [];
    model.steps.push('SUBMITTED');
  }
}

class Approve extends Step {
  readonly mutation = 'approveDocument';
  constructor(
    who: Who,
    readonly level: string,
  ) {
    super(who);
  }
  input = ({ documentId }: Real) => ({ documentId, level: this.level });
  refusal(model: Model): string | null {
    if (!decides(this.who)) return 'FORBIDDEN';
    return isIn(model, 'SUBMITTED') && this.level === LEVELS[model.approved.length] ? null : 'CONFLICT';
  }
  take(model: Model): void {
    model.approved.push(this.level);
    model.steps.push('APPROVED');
  }
}

class Return extends Step {
  readonly mutation = 'returnDocument';
  input = ({ documentId }: Real) => ({ documentId, reason: 'Chưa đạt.' });
  refusal(model: Model): string | null {
    if (!decides(this.who)) return 'FORBIDDEN';
    return isIn(model, 'SUBMITTED') ? null : 'CONFLICT';
  }
  take(model: Model): void {
    model.state = 'DRAFTING';
    model.steps.push('RETURNED');
  }
}

class Issue extends Step {
  readonly mutation = 'issueDocument';
  input = ({ documentId }: Real) => ({ documentId, number: `${documentId}/KH`, issuedOn: '2023-11-14' });
  refusal(model: Model): string | null {
    if (!decides(this.who)) return 'FORBIDDEN';
    return isIn(model, 'SUBMITTED') && model.approved.length === LEVELS.length ? null : 'CONFLICT';
  }
  take(model: Model): void {
    model.state = 'ISSUED';
    model.steps.push('ISSUED');
  }
}

class Withdraw extends Step {
  readonly mutation = 'withdrawDocument';
  input = ({ documentId }: Real) => ({ documentId, reason: 'Không cần nữa.' });
  refusal(model: Model): string | null {
    const may = isIn(model, 'SUBMITTED') ? submits(this.who) || decides(this.who) : drafts(this.who);
    if (!may) return 'FORBIDDEN';
    return isIn(model, 'ISSUED', 'WITHDRAWN') ? 'CONFLICT' : null;
  }
  take(model: Model): void {
    model.state = 'WITHDRAWN';
    model.steps.push('WITHDRAWN');
  }
}

/** How the document stands, as everybody reads it. */
async function standing(id: string): Promise<object> {
  const { data, errors } = await clients.analyst.ask<{ node: { steps: { kind: string }[] } }>(
    `query ($id: ID!) { node(id: $id) { ... on Document { state latestVersion submissions awaitedLevel openOpinions
      unansweredOpinions steps { kind } } } }`,
    { id },
  );
  expect(errors).toBeUndefined();
  const { steps, ...rest } = data.node;
  return { ...rest, steps: steps.map(({ kind }) => kind) };
}

function shapeOf(model: Model): object {
  const { requests, approved, state } = model;
  return {
    state,
    latestVersion: model.versions,
    submissions: model.submissions,
    awaitedLevel: state === 'SUBMITTED' ? (LEVELS[approved.length] ?? null) : null,
    openOpinions: isIn(model, 'CONSULTING') ? awaited(requests).length : 0,
    unansweredOpinions: isIn(model, 'CONSULTING') ? requests.filter(isUnanswered).length : 0,
    steps: model.steps,
  };
}

// those who may go on stand more often, so that documents come to an end
const who = fc.constantFrom<Who>('secretariat', 'secretariat', 'secretariat', ...PEOPLE);
const unit = fc.constantFrom(...UNITS);
const steps = [
  who.map((by) => new Revise(by)),
  fc.tuple(who, unit).map(([by, of]) => new Send(by, of)),
  fc.tuple(who, unit, fc.constantFrom('AGREED', 'DISAGREED')).map((given) => new Opine(...given)),
  who.map((by) => new Answer(by)),
  fc.tuple(who, fc.constantFrom(null, 'Không cần.')).map(([by, reason]) => new Finalise(by, reason)),
  who.map((by) => new Submit(by)),
  fc.tuple(who, fc.constantFrom(...LEVELS)).map(([by, level]) => new Approve(by, level)),
  who.map((by) => new Return(by)),
  who.map((by) => new Issue(by)),
  who.map((by) => new Withdraw(by)),
];

// the way to the end, of which a document has gone some part before anything may happen to it
const way = [
  new Finalise('secretariat', 'Không cần.'),
  new Submit('secretariat'),
  new Approve('head', 'UNIT'),
  new Approve('secretariat', 'PEOPLES_COMMITTEE'),
];

test('whoever does whatever with a document in whatever order: it stands as the rules say, and a refusal writes nothing', async () => {
  let drafted = 0;
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.commands(steps, { maxCommands: 12 }),
      fc.boolean(),
      fc.nat({ max: way.length }),
      async (commands, withSections, gone) => {
        drafted += 1;
        const kinds = ['PURPOSE', 'CONTENT', 'ORGANISATION'];
        const { document } = await doneDocument(clients.reporter, 'draftDocument', {
          code: `MO-HINH-${drafted}`,
          kind: 'INSPECTION_PLAN',
          title: 'Kế hoạch kiểm tra',
          approvalLevel: 'PEOPLES_COMMITTEE',
          programmeCode: '07-CTr/TU',
          sections: withSections ? kinds.map((kind) => ({ kind, text: 'Nội dung.' })) : [],
        });
        const model = new Model(withSections);
        const real = { documentId: document!.id };
        for (const step of withSections ? way.slice(0, gone) : []) await step.run(model, real);
        await fc.asyncModelRun(() => ({ model, real }), commands);
        seen.add(model.state);
      },
    ),
    { numRuns: 80, seed: 20210726 },
  );
  expect([...seen].sort()).toEqual(['CONSULTING', 'DRAFTING', 'FINALISED', 'ISSUED', 'SUBMITTED', 'WITHDRAWN']);
}, 180_000);
