import { aggregate } from './aggregate.mjs';
import { dashboard } from './dashboard.mjs';
import { fanout, fanout30 } from './fanout.mjs';
import { list } from './list.mjs';
import { liveDashboard } from './live-dashboard.mjs';
import { standing } from './standing.mjs';
import { submit } from './submit.mjs';
import { tiny } from './tiny.mjs';
import { whatIf } from './what-if.mjs';

/** The workloads of the set `queries`. */
export const QUERIES = [dashboard, list, tiny, aggregate, standing];

/** Of the set `queries`, too, but asked of tiendo alone: see lib/what-if.mjs. */
export { whatIf };

/** The workloads of the set `submit`. */
export const SUBMIT = [submit];

/** Every workload that is a request over HTTP. */
export const WORKLOADS = [...QUERIES, ...SUBMIT];

/** The workloads of the set `live`: subscribers, not requests. */
export const LIVE = [fanout, fanout30, liveDashboard];
