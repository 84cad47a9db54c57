/** A GraphQL answer. `data` is as loose as the query that asked for it. */
export interface Answer<Data> {
  readonly data: Data;
  readonly errors?: readonly { message: string; path?: (string | number)[]; extensions: { code: string } }[];
  readonly extensions?: { cursor?: string };
}

/** Speaks GraphQL over HTTP as an outside system would. */
export class ApiClient {
  constructor(
    readonly url: string,
    readonly token: string | null,
  ) {}

  /** Signs in with e-mail and password. */
  static async signIn(url: string, email: string, password: string): Promise<ApiClient> {
    const answer = await new ApiClient(url, null).ask<{ signIn: { token: string | null } }>(
      'mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { message } } }',
      { input: { email, password } },
    );
    const { token } = answer.data.signIn;
    if (token === null) throw new Error(`${email} could not sign in: ${JSON.stringify(answer)}`);
    return new ApiClient(url, token);
  }

  /** Sends an operation; `language` is the Accept-Language. */
  async ask<Data>(query: string, variables: object = {}, language = 'vi'): Promise<Answer<Data>> {
    const response = await this.post(JSON.stringify({ query, variables }), language);
    return (await response.json()) as Answer<Data>;
  }

  /** Sends a raw body and gives the raw response. */
  post(body: string, language = 'vi'): Promise<Response> {
    return fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': language,
        ...(this.token !== null && { authorization: `Bearer ${this.token}` }),
      },
      body,
    });
  }
}
