import type { ApiClient } from './api-client';
import type { UserErrorShape } from './report-operations';

/** What a mutation on documents answers. */
export interface DocumentPayload {
  readonly document?: { readonly id: string; readonly state: string } | null;
  readonly consultation?: { readonly id: string; readonly verdict: string | null } | null;
  readonly appendix?: { readonly id: string; readonly actualCount: number } | null;
  readonly userErrors: readonly UserErrorShape[];
}

const CHANGED: Readonly<Record<string, string>> = {
  recordOpinion: 'consultation { id verdict }',
  answerOpinion: 'consultation { id verdict }',
  addAppendixRows: 'appendix { id actualCount }',
};

/** Sends a mutation on documents by its name; top-level errors fail the test. */
export async function sendDocument(
  client: ApiClient,
  mutation: string,
  input: object,
  language = 'vi',
): Promise<DocumentPayload> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await client.ask<{ payload: DocumentPayload }>(
    `mutation ($input: ${type}!) { payload: ${mutation}(input: $input) {
      ${CHANGED[mutation] ?? 'document { id state }'} userErrors { code path message } } }`,
    { input },
    language,
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data.payload;
}

/** Sends it and expects it to be done. */
export async function doneDocument(client: ApiClient, mutation: string, input: object): Promise<DocumentPayload> {
  const payload = await sendDocument(client, mutation, input);
  if (payload.userErrors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(payload.userErrors)}`);
  return payload;
}

/** Sends it, expects it to be refused and gives what was refused, as `CODE path`. */
export async function refusedDocument(client: ApiClient, mutation: string, input: object): Promise<string[]> {
  const { userErrors } = await sendDocument(client, mutation, input);
  return userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
}
