import { DatabaseView } from '../support/database-view';
import { startTestProgram } from '../support/program';
import type { UserErrorShape } from '../support/report-operations';

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code path message } } }';

// alone in its file: it uses up what the process allows one address
test('an address that goes on beyond all honest use is stopped for a while, even with the right password', async () => {
  const program = await startTestProgram();
  const view = await DatabaseView.open(program.target);
  const tryOnce = async (email: string, password: string) => {
    const input = { email, password };
    const answer = await program.stranger().ask<{ signIn: { userErrors: UserErrorShape[] } }>(SIGN_IN, { input });
    return answer.data.signIn.userErrors[0]?.code;
  };
  try {
    const codes: (string | undefined)[] = [];
    for (let count = 0; count < 61; count += 1) codes.push(await tryOnce(`x${count}@demo.test`, 'sai'));
    expect(codes.slice(0, 20)).toEqual(Array(20).fill('INVALID'));
    expect(codes.at(-1)).toBe('RATE_LIMITED');
    const before = await view.everything();
    expect(await tryOnce('analyst@demo.test', 'mat-khau-thu')).toBe('RATE_LIMITED');
    expect(await view.everything()).toEqual(before);
  } finally {
    await view.close();
    await program.close();
  }
});
