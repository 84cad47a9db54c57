import type { DatabaseView } from '../support/database-view';
import { makeMeasurement } from '../support/made/made-measurement';
import { makeObstacle } from '../support/made/made-obstacle';
import { OWN } from './askers';

let counter = 0;

/** What each mutation on obstacles, outages and what is due is aimed at: its input. */
export const DUE_AIMS: Readonly<Record<string, (view: DatabaseView) => Promise<Record<string, unknown>>>> = {
  raiseObstacle: async (view) => {
    const { id } = await view.row<{ id: string }>(`select 'wi_' || id as id from work_item where code = $1`, [
      OWN.item,
    ]);
    return { workItemId: id, text: 'made' };
  },
  takeUpObstacle: async (view) => ({ obstacleId: await makeObstacle(view, 'OPEN', OWN.item) }),
  resolveObstacle: async (view) => ({ obstacleId: await makeObstacle(view, 'OPEN', OWN.item), decision: 'made' }),
  recordServiceOutage: () => {
    counter += 1;
    const day = new Date(Date.UTC(2022, 0, counter)).toISOString().slice(0, 10);
    return Promise.resolve({ startsOn: day, endsOn: day, reason: 'made' });
  },
  removeServiceOutage: async (view) => {
    const { id } = await view.row<{ id: string }>(
      `insert into service_outage (starts_on, ends_on, reason, recorded_on) values ('2021-08-02', '2021-08-02', 'made', '2021-08-03')
       returning 'so_' || id as id`,
    );
    return { serviceOutageId: id, reason: 'made' };
  },
  returnMeasurement: async (view) => ({
    measurementId: await makeMeasurement(view, 'PROVISIONAL', OWN.unit),
    reason: 'made',
  }),
};
