import DataLoader from 'dataloader';
import { In } from 'typeorm';
import { Account, Indicator, ProgressReport, Target, Unit, WorkItem } from './textbook-entities.mjs';

/** The loaders of one request, or with `cache: false` of one subscription. */
export function createLoaders(dataSource, options = {}) {
  const byId = (entity) =>
    new DataLoader(async (ids) => {
      const rows = await dataSource.manager.findBy(entity, { id: In([...ids]) });
      const found = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => found.get(id) ?? null);
    }, options);
  const ofProgrammes = (entity, order) =>
    new DataLoader(async (ids) => {
      const rows = await dataSource.manager.find(entity, { where: { programmeId: In([...ids]) }, order });
      return ids.map((id) => rows.filter((row) => row.programmeId === id));
    }, options);
  const newestReports = new Map();
  return {
    units: byId(Unit),
    workItems: byId(WorkItem),
    accounts: byId(Account),
    indicators: byId(Indicator),
    workItemsOfProgrammes: ofProgrammes(WorkItem, { code: 'ASC' }),
    targetsOfProgrammes: ofProgrammes(Target, { number: 'ASC' }),
    /** A loader for each set of arguments. */
    newestReportsOfItems: (first, state) => {
      const name = `${first} ${state}`;
      if (!newestReports.has(name)) newestReports.set(name, newestReportsOfItems(dataSource, first, state, options));
      return newestReports.get(name);
    },
  };
}

/** TypeORM has no "first n of each" of its own: the ids come from a lateral join inside the condition, the rows from its query builder. */
function newestReportsOfItems(dataSource, first, state, options) {
  const newest = `report.id = any(array(
    select newest.id from unnest(:ids::uuid[]) as item(id) cross join lateral (
      select r.id from progress_report r where r.work_item_id = item.id and r.state = :state order by r.changed_at desc, r.id desc limit :first
    ) newest))`;
  return new DataLoader(async (ids) => {
    const rows = await dataSource.manager
      .createQueryBuilder(ProgressReport, 'report')
      .where(newest, { ids: [...ids], state, first })
      .orderBy({ 'report.changedAt': 'DESC', 'report.id': 'DESC' })
      .getMany();
    const groups = new Map(ids.map((id) => [id, []]));
    for (const row of rows) groups.get(row.workItemId).push(row);
    return ids.map((id) => groups.get(id));
  }, options);
}
