import type { DatabaseView } from '../support/database-view';

interface Item {
  readonly id: string;
  readonly code: string;
  readonly programme: string;
  readonly kind: string;
  readonly list: string | null;
  readonly lead: string;
  readonly isInForce: boolean;
  readonly startsOn: string;
  readonly stoppedOn: string | null;
  readonly completedOn: string | null;
}

interface Cycle {
  readonly id: string;
  readonly programme: string;
  readonly period: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly closesOn: string;
  readonly kinds: readonly string[];
  readonly lists: readonly string[];
}

interface Report {
  readonly item: string;
  readonly cycle: string;
  readonly state: string;
  readonly isSuperseded: boolean;
  readonly cameOn: string;
  readonly at: string;
}

interface Held {
  readonly unit: string;
  readonly heir: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly share: number;
}

/** Everything that what is owed depends on, as it is stored. */
interface World {
  readonly items: readonly Item[];
  readonly cycles: readonly Cycle[];
  readonly reports: readonly Report[];
  readonly waivers: readonly { readonly item: string; readonly cycle: string }[];
  readonly reopenings: readonly {
    readonly cycle: string;
    readonly item: string | null;
    readonly unit: string | null;
    readonly until: string;
  }[];
  readonly leads: readonly { readonly item: string; readonly unit: string; readonly endedOn: string }[];
  readonly heirs: readonly Held[];
  readonly units: ReadonlyMap<string, string>;
}

/** What one row of `expectedReports` says. */
export interface OwedRow {
  readonly item: string;
  readonly period: string;
  readonly unit: string;
  readonly dueOn: string;
  readonly state: string;
  readonly daysLate: number;
}

const WORLD = `select
  (select json_agg(json_build_object('id', w.id, 'code', w.code, 'programme', w.programme_id, 'kind', w.kind, 'list', a.code, 'lead', w.lead_unit_id, 'isInForce', w.is_in_force,
     'startsOn', w.starts_on, 'stoppedOn', w.stopped_on, 'completedOn', w.completed_on)) from work_item w left join appendix a on a.id = w.appendix_id) as items,
  (select json_agg(json_build_object('id', id, 'programme', programme_id, 'period', period, 'opensOn', opens_on, 'dueOn', due_on, 'closesOn', closes_on,
     'kinds', applies_to_kinds, 'lists', applies_to_appendices)) from reporting_cycle) as cycles,
  (select json_agg(json_build_object('item', work_item_id, 'cycle', cycle_id, 'state', state, 'isSuperseded', superseded_at is not null,
     'cameOn', (submitted_at at time zone 'Asia/Ho_Chi_Minh')::date, 'at', submitted_at)) from progress_report) as reports,
  (select coalesce(json_agg(json_build_object('item', work_item_id, 'cycle', cycle_id)), '[]') from report_waiver) as waivers,
  (select coalesce(json_agg(json_build_object('cycle', cycle_id, 'item', work_item_id, 'unit', unit_id, 'until', until)), '[]') from cycle_reopening) as reopenings,
  (select coalesce(json_agg(json_build_object('item', work_item_id, 'unit', unit_id, 'endedOn', ended_on) order by ended_on), '[]') from former_lead) as leads,
  (select coalesce(json_agg(json_build_object('unit', unit_id, 'heir', heir_id, 'from', held_from, 'to', held_to, 'share', share)), '[]') from unit_heir) as heirs,
  (select json_object_agg(id, code) from unit) as units`;

/** What is owed on a date, found by looking at every item with every cycle, one by one: the words of the rules, nothing of the program. */
export async function owedByHand(view: DatabaseView, today: string): Promise<OwedRow[]> {
  const found = await view.row<Omit<World, 'units'> & { units: Record<string, string> }>(WORLD);
  const world: World = { ...found, units: new Map(Object.entries(found.units)) };
  return world.items.flatMap((item) =>
    world.cycles.filter((cycle) => isOf(item, cycle)).map((cycle) => rowOf(world, item, cycle, today)),
  );
}

function isOf(item: Item, cycle: Cycle): boolean {
  if (item.programme !== cycle.programme || cycle.dueOn < item.startsOn) return false;
  if (!item.isInForce && (item.stoppedOn === null || item.stoppedOn <= cycle.dueOn)) return false;
  if (item.completedOn !== null && item.completedOn < cycle.opensOn) return false;
  if (cycle.kinds.length > 0 && !cycle.kinds.includes(item.kind)) return false;
  return cycle.lists.length === 0 || (item.list !== null && cycle.lists.includes(item.list));
}

function rowOf(world: World, item: Item, cycle: Cycle, today: string): OwedRow {
  const came = world.reports.filter((report) => report.item === item.id && report.cycle === cycle.id);
  const isWaived = world.waivers.some((waiver) => waiver.item === item.id && waiver.cycle === cycle.id);
  const holder = leadOn(world, item, cycle.dueOn < today ? cycle.dueOn : today);
  return {
    item: item.code,
    period: cycle.period,
    unit: world.units.get(holder)!,
    dueOn: cycle.dueOn,
    state: stateOf(world, { item, cycle, came, isWaived }, today),
    daysLate: daysLateOf({ cycle, came, isWaived }, today),
  };
}

const RECEIVED = ['SUBMITTED', 'UNIT_APPROVED', 'ACCEPTED'];

interface Owed {
  readonly item: Item;
  readonly cycle: Cycle;
  readonly came: readonly Report[];
  readonly isWaived: boolean;
}

function stateOf(world: World, { item, cycle, came, isWaived }: Owed, today: string): string {
  const standing = came.filter(({ state, isSuperseded }) => RECEIVED.includes(state) && !isSuperseded);
  if (standing.some(({ state }) => state === 'ACCEPTED')) return 'ACCEPTED';
  if (standing.length > 0) return 'RECEIVED';
  if (isWaived) return 'WAIVED';
  if (cycle.opensOn > today || item.startsOn > today) return 'NOT_YET_OPEN';
  if (cycle.closesOn < today && !isReopened(world, item, cycle, today)) return 'CLOSED_WITHOUT';
  if (came.some(({ state }) => state === 'RETURNED')) return 'RETURNED';
  return cycle.dueOn < today ? 'OVERDUE' : 'OPEN';
}

function daysLateOf({ cycle, came, isWaived }: Omit<Owed, 'item'>, today: string): number {
  const days = came.filter(({ state }) => RECEIVED.includes(state)).map(({ cameOn }) => cameOn);
  const first = days.sort()[0] ?? (isWaived ? cycle.dueOn : today);
  return Math.max(0, (Date.parse(first) - Date.parse(cycle.dueOn)) / 86_400_000);
}

function isReopened(world: World, item: Item, cycle: Cycle, today: string): boolean {
  return world.reopenings.some(
    (opened) =>
      opened.cycle === cycle.id &&
      opened.until >= today &&
      (opened.item === item.id ||
        (opened.unit !== null && holderOn(world, opened.unit, today) === holderOn(world, item.lead, today))),
  );
}

function leadOn(world: World, item: Item, date: string): string {
  const named = world.leads.find((lead) => lead.item === item.id && lead.endedOn > date)?.unit ?? item.lead;
  return holderOn(world, named, date);
}

function holderOn({ heirs }: World, unit: string, date: string): string {
  const held = heirs.filter(
    (row) => row.unit === unit && (row.from === null || row.from <= date) && (row.to === null || row.to >= date),
  );
  const shares = new Map<string, number>();
  for (const { heir, share } of held) shares.set(heir, (shares.get(heir) ?? 0) + share);
  return [...shares].find(([, share]) => share === 1)?.[0] ?? unit;
}
