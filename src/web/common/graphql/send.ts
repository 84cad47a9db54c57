import type { Operation } from '../../feed/public';
import type { Language } from '../language';
import { graphqlPath } from './endpoint';
import { RequestFailed } from './request-failed';

interface Answer<TData> {
  data?: TData | null;
  errors?: readonly { message: string; extensions?: { code?: string } }[];
}

const TIMEOUT_MS = 20_000;

const strangerListeners = new Set<(operation: string) => void>();

/** Calls back, with the operation, whenever the server does not know who asks: the session has expired or was revoked. Gives the way to stop. */
export function onUnauthenticated(listener: (operation: string) => void): () => void {
  strangerListeners.add(listener);
  return () => strangerListeners.delete(listener);
}

/**
 * Sends one operation over HTTP; the cookie says who asks. Resolves with the data, rejects with RequestFailed and nothing else.
 * Partial data counts as a failure: a page must not show half an answer as a whole one.
 */
export async function send<TData, TVariables>(
  { text, name }: Operation<TData, TVariables>,
  variables: TVariables,
  language: Language,
): Promise<TData> {
  const answer = await post<TData>(JSON.stringify({ query: text, operationName: name, variables }), language);
  const [error] = answer.errors ?? [];
  if (error !== undefined) {
    const code = error.extensions?.code ?? null;
    if (code === 'UNAUTHENTICATED') strangerListeners.forEach((listener) => listener(name));
    throw new RequestFailed(code === 'UNAUTHENTICATED' ? 'unauthenticated' : 'refused', error.message, code);
  }
  if (answer.data === undefined || answer.data === null) throw new RequestFailed('network', 'no data in the answer');
  return answer.data;
}

async function post<TData>(body: string, language: Language): Promise<Answer<TData>> {
  try {
    const response = await fetch(graphqlPath(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-language': language },
      credentials: 'same-origin',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      body,
    });
    return (await response.json()) as Answer<TData>;
  } catch (error) {
    throw new RequestFailed('network', error instanceof Error ? error.message : String(error));
  }
}
