import { DEMO_PASSWORD } from '../contenders/index.mjs';
import { ask } from './ask.mjs';

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { message } } }';

/** A token of each of the demo's accounts that workloads ask as. */
export async function signIn(server, names) {
  const tokens = {};
  for (const name of names) {
    const input = { email: `${name}@demo.test`, password: DEMO_PASSWORD };
    const answer = await ask({
      port: server.port,
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: SIGN_IN, variables: { input } }),
    });
    tokens[name] = answer.data?.signIn?.token;
    if (!tokens[name]) throw new Error(`${input.email} could not sign in: ${JSON.stringify(answer)}`);
  }
  return tokens;
}
