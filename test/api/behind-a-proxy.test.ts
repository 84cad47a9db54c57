import { startTestProgram } from '../support/program';

// alone in its file: it uses up what the process allows one address
test('behind a proxy one client that tries passwords does not lock out the others', async () => {
  const program = await startTestProgram({ environment: { PROXIES: '1' } });
  const signIn = async (address: string, email: string, password: string) => {
    const response = await fetch(`${program.url}/graphql`, {
      method: 'POST',
      // what a client says of itself stands left of what the proxy adds
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.1.1.1, ${address}` },
      body: JSON.stringify({
        query: 'mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { code } } }',
        variables: { input: { email, password } },
      }),
    });
    const { data } = (await response.json()) as { data: { signIn: { userErrors: { code: string }[] } } };
    return data.signIn.userErrors[0]?.code ?? 'done';
  };
  try {
    const codes: string[] = [];
    for (let count = 0; count < 61; count += 1) codes.push(await signIn('203.0.113.7', `x${count}@demo.test`, 'sai'));
    expect(codes.at(-1)).toBe('RATE_LIMITED');
    expect(await signIn('203.0.113.7', 'analyst@demo.test', 'mat-khau-thu')).toBe('RATE_LIMITED');
    expect(await signIn('203.0.113.8', 'analyst@demo.test', 'mat-khau-thu')).toBe('done');
  } finally {
    await program.close();
  }
});
