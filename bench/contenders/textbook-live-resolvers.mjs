import {
  Field,
  FieldResolver,
  Float,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Subscription,
} from 'type-graphql';
import { In } from 'typeorm';
import { PLAIN_TABLE } from '../workloads/insert-report.mjs';
import { TOTALS, UNITS } from '../workloads/live-dashboard.mjs';
import { decorate } from './decorate.mjs';
import { PlainReport, ProgressReport } from './textbook-entities.mjs';
import { argument, CreateReportInput, root } from './textbook-resolvers.mjs';

class ReportChange {}
decorate(ReportChange, [ObjectType()], {
  cursor: [Field(() => ID)],
  type: [Field(() => String)],
  occurredAt: [Field(() => GraphQLISODateTime)],
  subject: [Field(() => ProgressReport)],
});

class UnitSummary {}
decorate(UnitSummary, [ObjectType()], {
  unit: [Field(() => String)],
  count: [Field(() => Int)],
  average: [Field(() => Float)],
});

class Dashboard {}
decorate(Dashboard, [ObjectType()], { count: [Field(() => Int)], average: [Field(() => Float)] });

class AnnouncedReport {}
decorate(AnnouncedReport, [InputType()], { programme: [Field(() => String)], id: [Field(() => ID)] });

/** The resolver classes of subscriptions, and of the mutations that publish. */
export function makeLiveResolvers(dataSource, pubSub) {
  const { manager } = dataSource;
  let changes = 0;
  const publishReport = (programme, row) =>
    pubSub.publish('reportChanged', programme, {
      cursor: `1.${++changes}`,
      type: 'PROGRESS_REPORT_SUBMITTED',
      occurredAt: row.changedAt,
      subject: row,
    });

  class LiveResolver {
    reportChanged(change) {
      return change;
    }

    async dashboardChanged({ cycleId }) {
      const [totals] = await manager.query(TOTALS(PLAIN_TABLE), [cycleId]);
      return { ...totals, cycleId };
    }

    async fileReport(programme, input) {
      const row = await manager.save(manager.create(PlainReport, { ...input }));
      publishReport(programme, row);
      pubSub.publish('dashboardChanged', row.cycleId, { cycleId: row.cycleId });
      return row;
    }

    async announceReports(reports) {
      const found = await manager.findBy(PlainReport, { id: In(reports.map(({ id }) => id)) });
      const rows = new Map(found.map((row) => [row.id, row]));
      for (const { programme, id } of reports) publishReport(programme, rows.get(id));
      return true;
    }

    announceDashboard(cycle) {
      pubSub.publish('dashboardChanged', cycle, { cycleId: cycle });
      return true;
    }
  }
  const topic = (topics, key) => ({ topics, topicId: ({ args }) => args[key] });
  decorate(LiveResolver, [Resolver()], {
    reportChanged: [
      Subscription(() => ReportChange, topic('reportChanged', 'programme')),
      root,
      argument(1, 'programme', String),
    ],
    dashboardChanged: [
      Subscription(() => Dashboard, topic('dashboardChanged', 'cycle')),
      root,
      argument(1, 'cycle', ID),
    ],
    fileReport: [
      Mutation(() => ProgressReport),
      argument(0, 'programme', String),
      argument(1, 'input', CreateReportInput),
    ],
    announceReports: [Mutation(() => Boolean), argument(0, 'reports', [AnnouncedReport])],
    announceDashboard: [Mutation(() => Boolean), argument(0, 'cycle', ID)],
  });
  return [LiveResolver, dashboardResolver(manager)];
}

/** The lists of a dashboard. */
function dashboardResolver(manager) {
  class DashboardResolver {
    units({ cycleId }) {
      return manager.query(UNITS(PLAIN_TABLE), [cycleId]);
    }

    newest({ cycleId }) {
      return manager.find(PlainReport, { where: { cycleId }, order: { changedAt: 'DESC', id: 'DESC' }, take: 10 });
    }
  }
  decorate(DashboardResolver, [Resolver(() => Dashboard)], {
    units: [FieldResolver(() => [UnitSummary]), root],
    newest: [FieldResolver(() => [ProgressReport]), root],
  });
  return DashboardResolver;
}
