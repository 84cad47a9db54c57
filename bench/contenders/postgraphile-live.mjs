const { jsonParse } = await import('postgraphile/@dataplan/json');
const { context, get, lambda, listen } = await import('postgraphile/grafast');
const { extendSchema } = await import('postgraphile/utils');

/** Events come by NOTIFY on topics that carry the programme's code or the cycle's id; what they lead to is read by its id, as the documentation's example does. */
export const LivePlugin = extendSchema((build) => {
  const { plain_report: reports, reporting_cycle: cycles } = build.pgResources;
  // there only where subscriptions are measured
  if (reports === undefined) return { typeDefs: [], objects: {} };
  return {
    typeDefs: /* GraphQL */ `
      extend type Subscription {
        reportChanged(programme: String!): ReportChange
        dashboardChanged(cycle: UUID!): DashboardChange
      }

      type ReportChange {
        cursor: String
        type: String
        occurredAt: String
        subject: PlainReport
      }

      type DashboardChange {
        cycle: ReportingCycle
      }
    `,
    objects: {
      Subscription: {
        plans: {
          reportChanged: subscribedTo('report', 'programme'),
          dashboardChanged: subscribedTo('dashboard', 'cycle'),
        },
      },
      ReportChange: {
        plans: {
          cursor: ($event) => get($event, 'cursor'),
          type: ($event) => get($event, 'type'),
          occurredAt: ($event) => get($event, 'occurredAt'),
          subject: ($event) => reports.get({ id: get($event, 'id') }),
        },
      },
      DashboardChange: { plans: { cycle: ($event) => cycles.get({ id: get($event, 'id') }) } },
    },
  };
});

function subscribedTo(topic, argument) {
  return {
    subscribePlan(_, args) {
      const $topic = lambda(args.getRaw(argument), (key) => `${topic}:${key}`);
      return listen(context().get('pgSubscriber'), $topic, jsonParse);
    },
    plan: ($event) => $event,
  };
}
