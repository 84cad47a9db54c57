import { ZONE } from '../workloads/aggregate.mjs';

/**
 * Months among the truncations and plain counts among the aggregates of `groupedAggregates`, as its documentation shows for further ones: by itself it
 * has hours and days, and counts only distinct values.
 */
export const MonthsAndCountsPlugin = {
  name: 'MonthsAndCountsPlugin',
  version: '1.0.0',
  after: ['PgAggregatesSpecsPlugin'],
  schema: {
    hooks: {
      build(build) {
        const { sql, dataplanPg } = build;
        const { TYPES } = dataplanPg;
        build.pgAggregateGroupBySpecs.push({
          id: 'truncated-to-month',
          isSuitableType: (codec) => codec === TYPES.timestamptz,
          sqlWrap: (column) => sql`date_trunc('month', ${column} at time zone ${sql.literal(ZONE)})`,
          sqlWrapCodec: () => TYPES.timestamp,
        });
        build.pgAggregateSpecs.push({
          id: 'count',
          humanLabel: 'count',
          HumanLabel: 'Count',
          isSuitableType: (codec) => codec === TYPES.numeric,
          sqlAggregateWrap: (column) => sql`count(${column})`,
          isNonNull: true,
          pgTypeCodecModifier: () => TYPES.bigint,
        });
        return build;
      },
    },
  },
};
