import type { Chooser } from '../reader/made/chooser';
import type { DatabaseView } from '../support/database-view';

/** A change as an input states it: one field that names its sort. */
export type MadeChange = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Changes that a unit may ask for in one request; no other request that is made is about the same things. */
export interface MadeRequest {
  readonly unit: string;
  readonly changes: readonly MadeChange[];
}

interface Item {
  readonly id: string;
  readonly unit: string;
  readonly title: string;
  readonly startsOn: string;
  readonly dueOn: string;
  /** A day within the item’s time. */
  readonly middle: string;
  readonly milestones: readonly { readonly id: string; readonly dueOn: string; readonly plannedPercent: number }[];
  readonly resources: readonly { readonly id: string; readonly kind: string }[];
  /** Units that have a part in it beside its lead. */
  readonly parts: readonly string[];
}

interface Target {
  readonly id: string;
  readonly unit: string;
  readonly value: number | null;
  readonly isRange: boolean;
  readonly dueOn: string;
}

interface List {
  readonly id: string;
  readonly next: number;
}

const PROGRAMME = `(select id from programme where code = '07-CTr/TU')`;

const ITEMS = `select 'wi_' || w.id as id, u.code as unit, w.title, w.starts_on::text as "startsOn", w.due_on::text as "dueOn",
    (w.starts_on + (w.due_on - w.starts_on) / 2)::text as middle,
    (select coalesce(json_agg(json_build_object('id', 'ms_' || m.id, 'dueOn', m.due_on, 'plannedPercent', m.planned_percent)
      order by m.due_on, m.planned_percent, m.number), '[]') from milestone m
      where m.work_item_id = w.id) as milestones,
    (select coalesce(json_agg(json_build_object('id', 're_' || r.id, 'kind', r.kind) order by r.id), '[]') from resource r
      where r.work_item_id = w.id) as resources,
    (select coalesce(json_agg('un_' || r.unit_id order by r.rank, r.id), '[]') from unit_role r
      where r.work_item_id = w.id and r.role <> 'LEAD') as parts
  from work_item w join unit u on u.id = w.lead_unit_id
  where w.programme_id = ${PROGRAMME} and w.is_in_force and w.completed_on is null and w.stopped_on is null and w.starts_on < w.due_on
    and not exists (select from adjustment_request q cross join jsonb_array_elements(q.requested) c
      where q.state in ('REGISTERED', 'UNIT_APPROVED', 'APPRAISED') and c ->> 'workItemId' = w.id::text) order by w.code, w.id`;

const TARGETS = `select 'ta_' || t.id as id, u.code as unit, t.value::float8 as value, t.comparator = 'RANGE' as "isRange", t.due_on::text as "dueOn"
  from target t join programme p on p.id = t.programme_id join unit u on u.id = p.standing_agency_id
  where t.programme_id = ${PROGRAMME} and t.comparator in ('GTE', 'LTE', 'RANGE') order by t.number, t.id`;

const LISTS = `select 'ap_' || a.id as id, greatest(a.expected_count, (select max(w.number) from work_item w where w.appendix_id = a.id)) + 1 as next
  from appendix a join document d on d.id = a.document_id where d.programme_id = ${PROGRAMME} and d.state = 'ISSUED' order by a.code, a.id`;

const UNITS = `select 'un_' || id as id from unit where valid_to is null order by code, id`;

/** Makes requests for adjustments of what there is, of all sorts of changes, each on things of its own. Some of them the commands will refuse. */
export class AdjustmentMaker {
  private made = 0;
  private requests = 0;

  private constructor(
    private readonly choose: Chooser,
    private readonly items: Item[],
    private readonly targets: Target[],
    private readonly lists: List[],
    private readonly units: readonly string[],
  ) {}

  static async open(view: DatabaseView, choose: Chooser): Promise<AdjustmentMaker> {
    const units = await view.rows<{ id: string }>(UNITS);
    return new AdjustmentMaker(
      choose,
      await view.rows<Item>(ITEMS),
      await view.rows<Target>(TARGETS),
      await view.rows<List>(LISTS),
      units.map(({ id }) => id),
    );
  }

  /** A request, of one of these units where they are named; null where nothing is left to ask for. The first two are of the rarest sorts. */
  request(units: readonly string[] | null = null): MadeRequest | null {
    this.requests += 1;
    if (this.targets.length > 0 && (this.requests === 1 || this.choose.percent(8))) return this.ofTarget();
    const there = [...new Set(this.items.map(({ unit }) => unit))].filter((unit) => units?.includes(unit) ?? true);
    if (there.length === 0) return null;
    const unit = this.choose.one(there);
    if (this.lists.length > 0 && (this.requests === 2 || this.choose.percent(8))) return this.ofList(unit);
    const items = this.choose.some(
      this.items.filter((item) => item.unit === unit),
      this.choose.between(1, 3),
    );
    for (const item of items) this.items.splice(this.items.indexOf(item), 1);
    return { unit, changes: items.flatMap((item) => this.ofItem(item)) };
  }

  private ofTarget(): MadeRequest {
    const [target] = this.targets.splice(this.choose.between(0, this.targets.length - 1), 1) as [Target];
    const { id: targetId, unit, value, isRange } = target;
    const set = this.choose.one([
      { value: (value ?? 1) + 1, ...(isRange && { valueHigh: (value ?? 1) + 5 }) },
      { dueOn: '2024-12-31' },
      { trajectory: [] },
      { trajectory: [{ period: '2024', expected: value ?? 1 }] },
    ]);
    return { unit, changes: [{ target: { targetId, ...set } }] };
  }

  private ofItem(item: Item): MadeChange[] {
    const ways = [
      () => [this.moved(item)],
      () => [this.moved(item)],
      () => [this.handedOver(item)],
      () => [this.described(item)],
      () => [{ stopItem: { workItemId: item.id } }],
      () => [this.resource(item)],
      () => [this.resource(item), this.milestone(item)],
      () => [this.milestone(item)],
      () => [this.described(item), this.resource(item)],
    ];
    return this.choose.one(ways)();
  }

  private moved({ id: workItemId, startsOn, dueOn }: Item): MadeChange {
    const later = { dueOn: daysAfter(dueOn, this.choose.between(1, 500)) };
    const sooner = { startsOn: daysAfter(startsOn, -this.choose.between(1, 60)) };
    return { item: { workItemId, ...this.choose.one([later, sooner, { ...later, ...sooner }]) } };
  }

  private handedOver({ id: workItemId, parts }: Item): MadeChange {
    const units = parts.length > 0 && this.choose.percent(50) ? parts : this.units;
    return { item: { workItemId, leadUnitId: this.choose.one(units) } };
  }

  private described({ id: workItemId, title }: Item): MadeChange {
    const set = this.choose.one([
      { title: `${title.slice(0, 40)} ${this.mark()}` },
      { product: `Sản phẩm ${this.mark()}` },
      { concreteObjective: `Mục tiêu ${this.mark()}` },
      { approvalLevel: this.choose.one(['UNIT', 'PARTY_COMMITTEE', 'PEOPLES_COUNCIL']) },
    ]);
    return { item: { workItemId, ...set } };
  }

  private resource({ id: workItemId, resources }: Item): MadeChange {
    const amount = String(this.choose.between(1, 900) * 1_000_000);
    const funds = resources.filter(({ kind }) => kind === 'FUNDS');
    if (funds.length > 0 && this.choose.percent(50)) {
      return { resource: { workItemId, resourceId: this.choose.one(funds).id, amount, currency: 'VND' } };
    }
    const currency = this.choose.one(['VND', 'USD']);
    return this.choose.percent(50)
      ? { resource: { workItemId, kind: 'FUNDS', amount, currency, source: 'Ngân sách Thành phố' } }
      : { resource: { workItemId, kind: 'PERSONNEL', description: `Tổ ${this.mark()}` } };
  }

  private milestone({ id: workItemId, dueOn, middle, milestones }: Item): MadeChange {
    const last = milestones.at(-1);
    const title = `Mốc ${this.mark()}`;
    if (last === undefined) return { milestone: { workItemId, title, dueOn: middle, plannedPercent: 50 } };
    const { id: milestoneId, dueOn: due, plannedPercent } = last;
    if (this.choose.percent(50)) return { milestone: { workItemId, title, dueOn: due, plannedPercent } };
    return { milestone: { workItemId, milestoneId, ...(due < dueOn ? { dueOn: daysAfter(due, 1) } : { title }) } };
  }

  private ofList(unit: string): MadeRequest {
    const [{ id: appendixId, next: number }] = this.lists.splice(0, 1) as [List];
    const resources = [{ kind: 'FUNDS', amount: '5000000', currency: 'VND' }];
    const row = {
      number,
      kind: 'TASK',
      title: `Việc thêm ${this.mark()}`,
      leadUnitCode: unit,
      startsOn: this.choose.one(['2023-01-01', '2024-01-01']),
      dueOn: '2025-06-30',
      ...(this.choose.percent(50) && { resources }),
    };
    return { unit, changes: [{ addItem: { appendixId, ...row } }] };
  }

  private mark(): string {
    this.made += 1;
    return `${this.choose.one(['Ô', 'z', 'đ', '_'])}${this.made}`;
  }
}

function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
