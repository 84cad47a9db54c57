import { Kind, type OperationDefinitionNode, parse, print, visit } from 'graphql';
import type { Language } from '../../src/platform/lib/localised';
import type { Column } from '../access/rights.table';
import type { ApiClient } from '../support/api-client';
import type { MadeOperation } from './made-operations';

/** What came back, as its very text, and the codes of what went wrong. */
export interface Answered {
  readonly text: string;
  readonly codes: readonly string[];
}

/** An operation, by whom it is asked and in which language. */
export interface Asked extends MadeOperation {
  readonly column: Column;
  readonly language: Language;
}

/** The same operation within a field that leads to what would be, such as `whatIf(adjustments: […])`. */
export function supposing(text: string, given: string): string {
  const document = visit(parse(text), {
    NamedType: (node) =>
      node.name.value === 'Query' ? { ...node, name: { ...node.name, value: 'Snapshot' } } : undefined,
  });
  const field = (parse(`{ ${given} { __typename } }`).definitions[0] as OperationDefinitionNode).selectionSet
    .selections[0];
  const definitions = document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? {
          ...definition,
          selectionSet: {
            kind: Kind.SELECTION_SET,
            selections: [{ ...field, selectionSet: definition.selectionSet }],
          } as OperationDefinitionNode['selectionSet'],
        }
      : definition,
  );
  return print({ ...document, definitions });
}

/** Asks past every cache. */
export async function answer(
  { url, token }: Pick<ApiClient, 'url' | 'token'>,
  { language, variables }: Pick<Asked, 'language' | 'variables'>,
  text: string,
): Promise<Answered> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': language,
      authorization: `Bearer ${token}`,
      'cache-control': 'no-cache',
      // much is made between two questions: an idle connection would be closed meanwhile
      connection: 'close',
    },
    body: JSON.stringify({ query: text, variables }),
  });
  const { data = null, errors = [] } = (await response.json()) as {
    data?: Record<string, unknown> | null;
    errors?: { extensions: { code: string } }[];
  };
  return { text: JSON.stringify(data), codes: errors.map(({ extensions }) => extensions.code) };
}

/** The answer within a field as that of the present would be. */
export function asNow({ text, codes }: Answered, field: string): Answered {
  const inner = codes.length > 0 ? text : JSON.stringify((JSON.parse(text) as Record<string, unknown>)[field]);
  return { text: inner.replaceAll(/~[0-9a-f]{16}"/g, '"').replaceAll(':"Snapshot"', ':"Query"'), codes };
}
