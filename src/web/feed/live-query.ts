import { type Answer, takeMessage } from './answer';
import type { Counts } from './counts';
import type { FeedError } from './feed-error';
import { toLive } from './live-document';
import type { Operation } from './operation';
import type { Source } from './subscription';
import { tell } from './tell';
import { errorOf } from './wire';

/** Who takes the answers of a live query. */
export interface LiveSink<TData> {
  /**
   * The newest answer, and its place in the log. What was handed out is never changed; the next answer shares with it whatever is equal. After every
   * reconnection the answer of then is handed out, the very same object if nothing changed.
   */
  readonly next: (data: TData, cursor: string | null) => void;
  /** The server answered with errors. Partial data are not handed out: half an answer must not pass for a whole one. */
  readonly failed?: (error: FeedError) => void;
}

/** A query, kept live: asks for patches, and says after a reconnection which answer it has. */
export function liveQuery<TData, TVariables extends Record<string, unknown>>(
  query: string | Operation<TData, TVariables>,
  variables: TVariables,
  sink: LiveSink<TData>,
  counts: Counts,
): Source {
  const asked = toLive(typeof query === 'string' ? query : query.text);
  let held: Answer | null = null;
  return {
    payload: () => ({
      ...asked,
      variables,
      extensions: { patch: 'json-patch', ...(held?.hash != null && { hash: held.hash }) },
    }),
    take(result) {
      const step = takeMessage(held, result);
      if (step.kind === 'useless') {
        counts.refetched += 1;
        held = null;
        return 'again';
      }
      counts[step.kind] += 1;
      held = step.answer;
      const { data, errors, cursor } = step.answer;
      if (errors.length > 0 || data === null) {
        tell(sink.failed, errorOf(errors));
        return 'failed';
      }
      tell(sink.next, (data as { live: TData }).live, cursor);
      return 'good';
    },
  };
}
