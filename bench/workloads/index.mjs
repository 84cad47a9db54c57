import { aggregate } from './aggregate.mjs';
import { dashboard } from './dashboard.mjs';
import { list } from './list.mjs';
import { submit } from './submit.mjs';
import { tiny } from './tiny.mjs';

/** The workloads of the set `queries`. The same aggregate from a kept summary (`standing`) belongs behind `aggregate`. */
export const QUERIES = [dashboard, list, tiny, aggregate];

/** The workloads of the set `submit`. */
export const SUBMIT = [submit];

/** Every workload that is a request over HTTP. The set `live` (`fanout`, `fanout30`, `liveDashboard`) has its own shape: subscribers, not requests. */
export const WORKLOADS = [...QUERIES, ...SUBMIT];
