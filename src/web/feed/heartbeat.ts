import type { Source } from './subscription';

/** The server's pulse: the proof that the whole way from its database to here works. */
export interface Heartbeat {
  /** Programme time (ISO 8601). */
  readonly serverTime: string;
  /** Programme date. */
  readonly today: string;
  /** Where the log ends. */
  readonly cursor: string;
  readonly appVersion: string;
}

export const HEARTBEAT = 'subscription Heartbeat { heartbeat { serverTime today cursor appVersion } }';
export const HEAD = 'subscription Head { heartbeat { cursor } }';

interface Beat<TBeat> {
  readonly heartbeat?: TBeat;
}

/** Subscribes to the pulse. */
export function heartbeats(onBeat: (beat: Heartbeat) => void): Source {
  return {
    payload: () => ({ query: HEARTBEAT, operationName: 'Heartbeat' }),
    take({ data }) {
      const beat = (data as Beat<Heartbeat> | null | undefined)?.heartbeat;
      if (beat === undefined) return 'failed';
      onBeat(beat);
      return 'good';
    },
  };
}

/** Asks once where the log ends. */
export function askHead(onHead: (cursor: string) => void): Source {
  return {
    payload: () => ({ query: HEAD, operationName: 'Head' }),
    take({ data }) {
      const beat = (data as Beat<Pick<Heartbeat, 'cursor'>> | null | undefined)?.heartbeat;
      if (beat === undefined) return 'failed';
      onHead(beat.cursor);
      return 'over';
    },
  };
}
