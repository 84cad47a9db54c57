import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { AGGREGATE } from '../workloads/aggregate.mjs';
import { decorate, parameter } from './decorate.mjs';
import {
  Account,
  Indicator,
  PlainReport,
  Programme,
  ProgressReport,
  Target,
  Unit,
  WorkItem,
} from './textbook-entities.mjs';

class ReportGroup {}
decorate(ReportGroup, [ObjectType()], {
  unit: [Field(() => String)],
  month: [Field(() => String)],
  count: [Field(() => Int)],
  average: [Field(() => Float)],
});

export class CreateReportInput {}
decorate(CreateReportInput, [InputType()], {
  receiptCode: [Field(() => String)],
  workItemId: [Field(() => ID)],
  cycleId: [Field(() => ID)],
  period: [Field(() => String)],
  unitId: [Field(() => ID)],
  state: [Field(() => String)],
  percentComplete: [Field(() => Float)],
  summary: [Field(() => String)],
  isLate: [Field(() => Boolean)],
  submittedById: [Field(() => ID)],
  submittedAt: [Field(() => GraphQLISODateTime)],
  changedAt: [Field(() => GraphQLISODateTime)],
  version: [Field(() => Int)],
});

export const root = parameter(0, Root());
export const argument = (index, name, type) =>
  parameter(
    index,
    Arg(name, () => type),
  );
const context = (index) => parameter(index, Ctx());

class ProgrammeResolver {
  workItems(programme, { loaders }) {
    return loaders.workItemsOfProgrammes.load(programme.id);
  }

  targets(programme, { loaders }) {
    return loaders.targetsOfProgrammes.load(programme.id);
  }
}
decorate(ProgrammeResolver, [Resolver(() => Programme)], {
  workItems: [FieldResolver(() => [WorkItem]), root, context(1)],
  targets: [FieldResolver(() => [Target]), root, context(1)],
});

class WorkItemResolver {
  leadUnit(item, { loaders }) {
    return loaders.units.load(item.leadUnitId);
  }

  progressReports(item, first, state, { loaders }) {
    return loaders.newestReportsOfItems(first, state).load(item.id);
  }
}
decorate(WorkItemResolver, [Resolver(() => WorkItem)], {
  leadUnit: [FieldResolver(() => Unit), root, context(1)],
  progressReports: [
    FieldResolver(() => [ProgressReport]),
    root,
    argument(1, 'first', Int),
    argument(2, 'state', String),
    context(3),
  ],
});

class ProgressReportResolver {
  workItem(report, { loaders }) {
    return loaders.workItems.load(report.workItemId);
  }

  unit(report, { loaders }) {
    return loaders.units.load(report.unitId);
  }

  submittedBy(report, { loaders }) {
    return loaders.accounts.load(report.submittedById);
  }
}
decorate(ProgressReportResolver, [Resolver(() => ProgressReport)], {
  workItem: [FieldResolver(() => WorkItem), root, context(1)],
  unit: [FieldResolver(() => Unit), root, context(1)],
  submittedBy: [FieldResolver(() => Account), root, context(1)],
});

class TargetResolver {
  indicator(target, { loaders }) {
    return loaders.indicators.load(target.indicatorId);
  }
}
decorate(TargetResolver, [Resolver(() => Target)], { indicator: [FieldResolver(() => Indicator), root, context(1)] });

/** The resolver classes over a connected DataSource. */
export function makeResolvers(dataSource) {
  const { manager } = dataSource;

  class RootResolver {
    programme(code) {
      return manager.findOneBy(Programme, { code });
    }

    workItem(code) {
      return manager.findOneBy(WorkItem, { code });
    }

    progressReports(first, state, period) {
      return manager.find(ProgressReport, {
        where: { state, period },
        order: { changedAt: 'DESC', id: 'DESC' },
        take: first,
      });
    }

    reportsByUnitAndMonth() {
      return manager.query(AGGREGATE);
    }

    createReport(input) {
      return manager.save(manager.create(PlainReport, { ...input }));
    }
  }
  const code = argument(0, 'code', String);
  decorate(RootResolver, [Resolver()], {
    programme: [Query(() => Programme, { nullable: true }), code],
    workItem: [Query(() => WorkItem, { nullable: true }), code],
    progressReports: [
      Query(() => [ProgressReport]),
      argument(0, 'first', Int),
      argument(1, 'state', String),
      argument(2, 'period', String),
    ],
    reportsByUnitAndMonth: [Query(() => [ReportGroup])],
    createReport: [Mutation(() => PlainReport), argument(0, 'input', CreateReportInput)],
  });
  return [RootResolver, ProgrammeResolver, WorkItemResolver, ProgressReportResolver, TargetResolver];
}
