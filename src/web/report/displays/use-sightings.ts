import { useEffect, useState } from 'react';
import { send } from '../../common/graphql/send';
import { useLanguage } from '../../common/language-context';
import type { DisplaySightingsQuery } from '../../generated/operations';
import { displaySightings } from '../operations';
import { deriveSighting, type Sighting } from './derive-sighting';

const POLL_MS = 20_000;

/** Which screens are there now, by id; empty until the server has said. `screens` changes when the list does: then it is asked at once. */
export function useSightings(screens: number): ReadonlyMap<string, Sighting> {
  const { language } = useLanguage();
  const [answer, setAnswer] = useState<DisplaySightingsQuery | null>(null);
  useEffect(() => {
    const ask = () => {
      // what is known of the screens grows old when the server does not answer: it is not shown any longer
      send(displaySightings, {}, language).then(setAnswer, () => setAnswer(null));
    };
    ask();
    const timer = setInterval(ask, POLL_MS);
    return () => clearInterval(timer);
  }, [language, screens]);
  const now = answer === null ? 0 : Date.parse(answer.installation.serverTime);
  return new Map(answer?.displays.nodes.map(({ id, lastSeenAt }) => [id, deriveSighting(lastSeenAt, now)]));
}
