import type fc from 'fast-check';
import type { ApiClient } from '../support/api-client';
import type { DatabaseView } from '../support/database-view';
import { mutate } from '../support/payload';
import {
  type Action,
  ACTIONS,
  type Model,
  type ModelRequest,
  NAMES,
  PEOPLE,
  type Wanted,
  type Who,
} from './request-model';

/** A list of an issued plan as the program has it, and who may act on it. */
export interface Real {
  readonly view: DatabaseView;
  readonly clients: Readonly<Record<Who, ApiClient>>;
  readonly programmeId: string;
  readonly targetId: string;
  readonly appendixId: string;
}

const NAMED = { product: 'Đề án', objective: 'Xong', resources: 'Ngân sách', reason: 'Chậm vốn' };

/** One step of anybody. After each, everything stands as the model says; a refusal writes nothing. */
abstract class Step implements fc.AsyncCommand<Model, Real> {
  check(): boolean {
    return true;
  }

  abstract run(model: Model, real: Real): Promise<void>;
  abstract toString(): string;

  /** Sends a mutation and gives the codes of what was refused, having written nothing then. */
  protected async send(real: Real, who: Who, mutation: string, input: object, fields = '') {
    const before = await real.view.everything();
    const payload = await mutate<Record<string, never>>(real.clients[who], mutation, input, fields);
    const codes = payload.userErrors.map(({ code }) => code);
    if (codes.length > 0) expect(await real.view.everything()).toEqual(before);
    return { payload: payload as unknown as Record<string, unknown>, codes };
  }
}

/** A unit's reporter, or somebody who is none, registers. */
export class Register extends Step {
  constructor(
    private readonly who: Who,
    private readonly wanted: Wanted,
    private readonly isWhole: boolean,
  ) {
    super();
  }

  async run(model: Model, real: Real): Promise<void> {
    const { who, isWhole } = this;
    const due = `2024-${String(1 + (model.requests.length % 12)).padStart(2, '0')}-${String(1 + Math.floor(model.requests.length / 12)).padStart(2, '0')}`;
    const wanted = this.present(model);
    const ids = await itemIds(real);
    const changes = [
      ...wanted.moved.map((place) => ({ item: { workItemId: ids[place], dueOn: due } })),
      ...wanted.stopped.map((place) => ({ stopItem: { workItemId: ids[place] } })),
      ...(wanted.isRowAdded ? [{ addItem: addedRow(real, model.next, model.items[0]!.unit, due) }] : []),
    ];
    const { programmeId, targetId } = real;
    const input = { programmeId, changes, ...(isWhole ? { ...NAMED, targetId } : { ...NAMED, product: ' ' }) };
    const expected = model.refusalsOf(who, wanted, isWhole);
    const { payload, codes } = await this.send(real, who, 'registerAdjustment', input, 'adjustmentRequest { id }');
    expect([this.toString(), codes]).toEqual([this.toString(), expected]);
    if (expected.length === 0) {
      const { id } = payload.adjustmentRequest as { id: string };
      const unit = PEOPLE[who].unit!;
      const number = model.next;
      model.requests.push({ ...wanted, id, unit, by: who, due, number, state: 'REGISTERED', hasLeftUnit: false });
    }
    await expectStanding(model, real, who);
  }

  /** Rows that are on the list by now; always something. */
  private present({ items }: Model): Wanted {
    const there = (places: readonly number[]) => [...new Set(places.map((place) => place % items.length))];
    const moved = there(this.wanted.moved);
    const stopped = there(this.wanted.stopped).filter((place) => !moved.includes(place));
    const isRowAdded = this.wanted.isRowAdded || moved.length + stopped.length === 0;
    return { moved, stopped, isRowAdded };
  }

  toString(): string {
    return `${this.who} registers ${JSON.stringify(this.wanted)}${this.isWhole ? '' : ', without product and target'}`;
  }
}

const MUTATIONS: Readonly<Record<Action, string>> = {
  approve: 'approveAdjustment',
  appraise: 'appraiseAdjustment',
  refuse: 'refuseAdjustment',
  return: 'returnAdjustment',
  withdraw: 'withdrawAdjustment',
};

/** Somebody takes a step with a request: a person by name, or whose turn it is. */
export class Take extends Step {
  constructor(
    private readonly by: Who | 'whose turn it is',
    private readonly action: Action,
    private readonly place: number,
  ) {
    super();
  }

  async run(model: Model, real: Real): Promise<void> {
    const { action } = this;
    const request = this.request(model);
    const who =
      this.by === 'whose turn it is'
        ? (NAMES.find((name) => request !== undefined && model.may(name, action, request)) ?? 'secretariat')
        : this.by;
    const expected = model.refusalOf(who, action, request);
    const { codes } = await this.send(real, who, MUTATIONS[action], {
      adjustmentRequestId: request?.id ?? 'aq_00000000-0000-4000-8000-000000000000',
      ...(action === 'appraise' && { isFor: true, opinion: 'Hợp lý' }),
      ...(['refuse', 'return', 'withdraw'].includes(action) && { reason: 'Chưa đủ' }),
    });
    const told = `${this.toString()} (${who})`;
    expect([told, codes[0] ?? null]).toEqual([told, expected]);
    if (expected === null) model.take(action, request!);
    await expectStanding(model, real, who);
  }

  /** Of those for which the step is possible one, else any. */
  private request({ requests }: Model): ModelRequest | undefined {
    return requests[this.place % Math.max(1, requests.length)];
  }

  toString(): string {
    return `${this.by}: ${this.action} ${this.place}`;
  }
}

/** One paper decides on several requests: each on its own. */
export class Decide extends Step {
  constructor(
    private readonly who: Who,
    private readonly isApproved: boolean,
    private readonly places: readonly number[],
  ) {
    super();
  }

  async run(model: Model, real: Real): Promise<void> {
    const { who, isApproved } = this;
    const places = [...new Set(this.places.map((place) => place % Math.max(1, model.requests.length)))];
    const requests = places.flatMap((place) => model.requests[place] ?? []);
    if (requests.length === 0) return;
    const { payload, codes } = await this.send(
      real,
      who,
      'decideAdjustments',
      { adjustmentRequestIds: requests.map(({ id }) => id), isApproved, number: '1/QĐ', date: '2023-11-14', note: 'x' },
      'results { userErrors { code } }',
    );
    const mayDecide = ['secretariat', 'registrar', 'head'].includes(who);
    expect([this.toString(), codes]).toEqual([this.toString(), mayDecide ? [] : ['FORBIDDEN']]);
    if (mayDecide) {
      const results = payload.results as readonly { userErrors: readonly { code: string }[] }[];
      for (const [index, request] of requests.entries()) {
        const action = isApproved ? 'approve' : 'refuse';
        const expected = model.refusalOf(who, action, request);
        expect([this.toString(), results[index]!.userErrors[0]?.code ?? null]).toEqual([this.toString(), expected]);
        if (expected === null) model.take(action, request);
      }
    }
    await expectStanding(model, real, who);
  }

  toString(): string {
    return `${this.who} ${this.isApproved ? 'approves' : 'refuses'} ${this.places.join(', ')} by one paper`;
  }
}

function addedRow({ appendixId }: Real, number: number, leadUnitCode: string, dueOn: string): object {
  return { appendixId, number, kind: 'TASK', title: `Việc ${number}`, leadUnitCode, startsOn: '2023-01-01', dueOn };
}

async function itemIds({ view, appendixId }: Real): Promise<string[]> {
  const rows = await view.rows<{ id: string }>(
    `select 'wi_' || id as id from work_item where 'ap_' || appendix_id = $1 order by number`,
    [appendixId],
  );
  return rows.map(({ id }) => id);
}

/** What who acted, and somebody else, read of the requests; how the list stands; that nothing is asked for twice. */
async function expectStanding(model: Model, real: Real, who: Who): Promise<void> {
  const other = NAMES[(NAMES.indexOf(who) + 1 + model.requests.length) % NAMES.length]!;
  for (const name of new Set([who, other])) expect(await readBy(name, model, real)).toEqual(shownTo(name, model));
  const { view, appendixId } = real;
  const list = await view.row<{ expected: number; rows: number }>(
    `select expected_count as expected, (select count(*)::integer from work_item w where w.appendix_id = a.id and w.stopped_on is null) as rows
     from appendix a where 'ap_' || a.id = $1`,
    [appendixId],
  );
  expect(list).toEqual({ expected: model.expected, rows: model.expected });
  const items = await view.rows<object>(
    `select due_on::text as due, stopped_on is not null as "isStopped", u.code as unit, w.is_in_force as "isInForce" from work_item w
     join unit u on u.id = w.lead_unit_id where 'ap_' || w.appendix_id = $1 order by number`,
    [appendixId],
  );
  expect(items).toEqual(model.items.map((item) => ({ ...item, isInForce: !item.isStopped })));
  const twice = await view.rows(
    `select c ->> 'workItemId' as item from adjustment_request q cross join jsonb_array_elements(q.requested) c
     where q.state in ('REGISTERED', 'UNIT_APPROVED', 'APPRAISED') and c ? 'workItemId' group by 1 having count(distinct q.id) > 1`,
  );
  expect(twice).toEqual([]);
}

async function readBy(who: Who, { requests }: Model, { clients }: Real): Promise<object[]> {
  if (requests.length === 0) return [];
  const { data, errors } = await clients[who].ask<{ adjustmentRequests: { nodes: object[] } }>(
    `query ($ids: [ID!]) { adjustmentRequests(first: 100, where: { id: { in: $ids } }, orderBy: [{ registeredAt: ASC }]) {
      nodes { id state viewerCan { ${ACTIONS.join(' ')} } } } }`,
    { ids: requests.map(({ id }) => id) },
  );
  expect(errors).toBeUndefined();
  return data.adjustmentRequests.nodes;
}

function shownTo(who: Who, model: Model): object[] {
  return model.requests
    .filter((request) => model.sees(who, request))
    .map((request) => ({
      id: request.id,
      state: request.state,
      viewerCan: Object.fromEntries(ACTIONS.map((action) => [action, model.may(who, action, request)])),
    }));
}
