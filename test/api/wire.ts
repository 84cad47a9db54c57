import type { Answer } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { startTestProgram, type TestProgram } from '../support/program';

export const WHO = 'query { viewer { displayName } }';
export const ITEMS = 'query { workItems(first: 1) { nodes { code } } }';

/** A program that is asked by plain HTTP, so that status, headers and bytes can be looked at. */
export class Wire {
  private constructor(
    readonly program: TestProgram,
    readonly view: DatabaseView,
    /** Of an analyst. */
    readonly token: string,
  ) {}

  static async open(): Promise<Wire> {
    const program = await startTestProgram();
    const view = await DatabaseView.open(program.target);
    return new Wire(program, view, (await makeAccount(program, view, { roles: [{ role: 'ANALYST' }] })).token);
  }

  /** Posts to the GraphQL path; a text is sent as it is, an object as JSON. */
  post(body: string | object, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.program.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  /** Asks as the analyst. */
  asAnalyst(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Response> {
    return this.post({ query, variables }, { authorization: `Bearer ${this.token}`, ...headers });
  }

  async close(): Promise<void> {
    await this.view.close();
    await this.program.close();
  }
}

/** The answer in a response. */
export async function answerOf<Data = unknown>(response: Response): Promise<Answer<Data>> {
  return (await response.json()) as Answer<Data>;
}

/** The codes of an answer's errors. */
export async function codesOf(response: Response): Promise<string[]> {
  return ((await answerOf(response)).errors ?? []).map(({ extensions }) => extensions.code);
}
