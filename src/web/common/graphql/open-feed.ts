import { connect, type Feed } from '../../feed/public';
import type { Language } from '../language';
import { graphqlPath } from './endpoint';

/** What a page is told of its connection. */
type Listeners = Pick<Parameters<typeof connect>[0], 'onState' | 'onHeartbeat'>;

/** Connects a page to its server; the cookie says who it is. */
export function openFeed(language: Language, listeners: Listeners): Feed {
  const { protocol, host } = window.location;
  return connect({ url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${graphqlPath()}`, language, ...listeners });
}
