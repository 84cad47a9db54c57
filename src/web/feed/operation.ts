/** A GraphQL document with the types of what it answers and what it takes. */
export interface Operation<TData, TVariables> {
  readonly text: string;
  readonly name: string;
  /** Never set: carries the types. */
  readonly types?: (variables: TVariables) => TData;
}

const HEADER = /^(query|mutation|subscription) (\w+)/m;

/** Makes an operation of a document's text; its name is read from the text. */
export function operation<TData, TVariables>(text: string): Operation<TData, TVariables> {
  const name = HEADER.exec(text)?.[2];
  if (name === undefined) throw new Error('a document of a page holds no named operation');
  return { text, name };
}
