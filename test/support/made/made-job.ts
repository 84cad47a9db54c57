import type { DatabaseView } from '../database-view';

/** Puts a job into the queue that no program knows how to do, so that it stays; gives its id. */
export async function makeJob(
  view: DatabaseView,
  { failure, givenUp = false, name = 'madeForTests' }: { failure?: string; givenUp?: boolean; name?: string } = {},
): Promise<string> {
  const { queued, id } = await view.row<{ queued: string; id: string }>(
    `select j.id as queued, 'jb_' || md5('job ' || j.id)::uuid as id
     from graphile_worker.add_job(identifier => $1, run_at => '2030-01-01', job_key => $1 || ' 1.1/' || gen_random_uuid()) j`,
    [name],
  );
  if (failure !== undefined) {
    await view.rows(
      `update graphile_worker._private_jobs set last_error = $2, attempts = case when $3 then max_attempts else 3 end where id = $1`,
      [queued, failure, givenUp],
    );
  }
  return id;
}
