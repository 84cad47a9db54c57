import Negotiator from 'negotiator';

/** The two media types of an answer: the one that all clients know, and that of the draft "GraphQL over HTTP". */
export const PLAIN_JSON = 'application/json';
export const RESPONSE_JSON = 'application/graphql-response+json';

/** Which of them an Accept header asks for; null when it takes neither. */
export function mediaTypeFor(accept: string | undefined): typeof PLAIN_JSON | typeof RESPONSE_JSON | null {
  // what most clients send, without the price of parsing it
  if (accept === undefined || accept === '*/*' || accept === PLAIN_JSON) return PLAIN_JSON;
  const [chosen] = new Negotiator({ headers: { accept } }).mediaTypes([PLAIN_JSON, RESPONSE_JSON]);
  return (chosen as typeof PLAIN_JSON | typeof RESPONSE_JSON | undefined) ?? null;
}
