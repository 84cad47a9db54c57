import { ofPostgraphile } from './of-postgraphile.mjs';

/** One item by its code. */
export const tiny = {
  name: 'tiny',
  concurrency: 32,
  account: 'analyst',
  variables: { code: '07-01' },

  limit: {
    values: ({ code }) => [code],
    statement: `
      select row_to_json(answer)::text as text from (select (select row_to_json(i) from (
        select i.code, i.title, i.percent_complete as "percentComplete", i.due_on as "dueOn" from work_item i where i.code = $1
      ) i) as "workItem") answer`,
  },

  tiendo: {
    query: 'query Tiny($code: String!) { workItem(code: $code) { code title percentComplete dueOn } }',
    canonical: (data) => data,
  },

  peers: {
    query: 'query Tiny($code: String!) { workItem(code: $code) { code title percentComplete dueOn } }',
    canonical: (data) => data,
  },

  postgraphile: {
    query: 'query Tiny($code: String!) { workItemByCode(code: $code) { code title percentComplete dueOn } }',
    canonical: ofPostgraphile,
  },
};
