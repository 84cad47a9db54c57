import { aggregate } from './aggregate.mjs';
import { dashboard } from './dashboard.mjs';
import { list } from './list.mjs';
import { standing } from './standing.mjs';
import { submit } from './submit.mjs';
import { tiny } from './tiny.mjs';

/** The workloads of the set `queries`. */
export const QUERIES = [dashboard, list, tiny, aggregate, standing];

/** The workloads of the set `submit`. */
export const SUBMIT = [submit];

/** Every workload that is a request over HTTP. The set `live` (`fanout`, `fanout30`, `liveDashboard`) has its own shape: subscribers, not requests. */
export const WORKLOADS = [...QUERIES, ...SUBMIT];
