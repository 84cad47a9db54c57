/** The schema that Mercurius and Yoga serve: schema first, as their documentation begins. */
export const PEER_SCHEMA = `
  scalar DateTime

  type Query {
    programme(code: String!): Programme
    workItem(code: String!): WorkItem
    progressReports(first: Int!, state: String!, period: String!): [ProgressReport!]!
    reportsByUnitAndMonth: [ReportGroup!]!
  }

  type Mutation {
    createReport(input: CreateReportInput!): ProgressReport!
  }

  type Programme {
    id: ID!
    code: String!
    title: String
    workItems: [WorkItem!]!
    targets: [Target!]!
  }

  type WorkItem {
    id: ID!
    code: String!
    title: String!
    shortName: String!
    dueOn: String!
    percentComplete: Float!
    leadUnit: Unit!
    progressReports(first: Int!, state: String!): [ProgressReport!]!
  }

  type Unit {
    id: ID!
    code: String!
    name: String!
    shortName: String!
  }

  type Account {
    id: ID!
    displayName: String!
  }

  type ProgressReport {
    id: ID!
    receiptCode: String!
    period: String!
    percentComplete: Float!
    summary: String!
    state: String!
    changedAt: DateTime!
    workItem: WorkItem!
    unit: Unit!
    submittedBy: Account!
  }

  type Target {
    id: ID!
    number: String!
    name: String!
    comparator: String!
    value: Float
    dueOn: String!
    indicator: Indicator!
  }

  type Indicator {
    id: ID!
    code: String!
    unitOfMeasure: String
  }

  type ReportGroup {
    unit: String!
    month: String!
    count: Int!
    average: Float!
  }

  input CreateReportInput {
    receiptCode: String!
    workItemId: ID!
    cycleId: ID!
    period: String!
    unitId: ID!
    state: String!
    percentComplete: Float!
    summary: String!
    isLate: Boolean!
    submittedById: ID!
    submittedAt: DateTime!
    changedAt: DateTime!
    version: Int!
  }
`;
