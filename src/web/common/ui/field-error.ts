import { RequestFailed } from '../graphql/request-failed';

/** Something to put right: beside its field where it has one, in the summary always. */
export interface FieldError {
  field: string | null;
  message: string;
  code?: string;
}

interface UserError {
  message: string;
  code: string;
  path: readonly string[] | null;
}

/** The server's refusals as errors of fields: the last name of the path is the field. */
export function fromUserErrors(userErrors: readonly UserError[]): FieldError[] {
  return userErrors.map(({ message, code, path }) => {
    const field = path?.filter((part) => part !== 'input').at(-1) ?? null;
    return { field, message, code };
  });
}

/** What to say about a failed request: the server's own words where it answered. */
export function messageOf(error: unknown, networkFailed: string): string {
  return error instanceof RequestFailed && error.kind !== 'network' ? error.message : networkFailed;
}
