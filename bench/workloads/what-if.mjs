/** What is asked of the 32: facts that are stored, and derived ones, which follow from what would be. */
const LIST = `workItems(first: 32, where: { appendix: { code: { eq: "07-PL32" } } }) {
  totalCount nodes { id code title dueOn health statutoryClass daysLate percentComplete leadUnit { id code name } } }`;

const QUERY = `query Now { ${LIST} }`;

/** The list of 32 as it is and as it would be with ten adjustments, asked of tiendo alone: nobody else answers the second question. One request at a time, so that times and not queues are compared. */
export const whatIf = {
  name: 'whatIf',
  concurrency: 1,
  account: 'secretariat',
  countedRequests: 50,
  now: { query: QUERY, variables: () => ({}) },
  then: {
    query: `query Then($adjustments: [ID!]!) { whatIf(adjustments: $adjustments) { ${LIST} } }`,
  },
};
