import type { ApiClient } from './api-client';
import type { UserErrorShape } from './report-operations';

/** What every mutation answers, beside the object that it changed. */
export interface Payload {
  readonly cursor: string | null;
  readonly userErrors: readonly UserErrorShape[];
}

/** Sends a mutation of one input and gives its payload; top-level errors fail the test. `fields` are selected beside what every payload has. */
export async function mutate<Changed extends object>(
  client: ApiClient,
  mutation: string,
  input: object,
  fields = '',
  language = 'vi',
): Promise<Payload & Changed> {
  const name = mutation.charAt(0).toUpperCase() + mutation.slice(1);
  const { data, errors } = await client.ask<{ payload: Payload & Changed }>(
    `mutation ($input: ${name}Input!) { payload: ${mutation}(input: $input) { cursor userErrors { code path message } ${fields} } }`,
    { input },
    language,
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data.payload;
}

/** Sends a mutation and expects it to be done. */
export async function mutated<Changed extends object>(
  client: ApiClient,
  mutation: string,
  input: object,
  fields = '',
): Promise<Changed & { readonly cursor: string }> {
  const payload = await mutate<Changed>(client, mutation, input, fields);
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  return payload as Changed & { cursor: string };
}
