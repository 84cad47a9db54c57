/** What Mercurius and Yoga serve beside PEER_SCHEMA: subscriptions, and the mutations that publish. */
export const PEER_LIVE_SCHEMA = `
  type Subscription {
    reportChanged(programme: String!): ReportChange!
    dashboardChanged(cycle: ID!): Dashboard!
  }

  extend type Mutation {
    "One more report: written, then published."
    fileReport(programme: String!, input: CreateReportInput!): ProgressReport!
    "Publishes reports that are written."
    announceReports(reports: [AnnouncedReport!]!): Boolean!
    "Publishes that a cycle's reports have changed."
    announceDashboard(cycle: ID!): Boolean!
  }

  type ReportChange {
    cursor: ID!
    type: String!
    occurredAt: DateTime!
    subject: ProgressReport!
  }

  type Dashboard {
    count: Int!
    average: Float!
    units: [UnitSummary!]!
    newest: [ProgressReport!]!
  }

  type UnitSummary {
    unit: String!
    count: Int!
    average: Float!
  }

  input AnnouncedReport {
    programme: String!
    id: ID!
  }
`;
