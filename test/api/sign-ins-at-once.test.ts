import { startTestProgram } from '../support/program';
import type { UserErrorShape } from '../support/report-operations';

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { code message } } }';

interface SignedIn {
  readonly signIn: { readonly token: string | null; readonly userErrors: readonly UserErrorShape[] };
}

// alone in its file: the limits count in the process
test('of forty passwords tried at one moment exactly twenty are looked at, and the refusal says when to come again', async () => {
  const program = await startTestProgram();
  const signIn = async (email: string, password: string, language = 'vi'): Promise<SignedIn['signIn']> => {
    const answer = await program.stranger().ask<SignedIn>(SIGN_IN, { input: { email, password } }, language);
    return answer.data.signIn;
  };
  try {
    const tried = await Promise.all(Array.from({ length: 40 }, (_, n) => signIn('analyst@demo.test', `sai ${n}`)));
    const codes = tried.map(({ userErrors }) => userErrors[0]!.code).sort();
    expect(codes).toEqual([...Array<string>(20).fill('INVALID'), ...Array<string>(20).fill('RATE_LIMITED')]);
    const late = await signIn('analyst@demo.test', 'mat-khau-thu');
    expect(late.userErrors[0]).toMatchObject({
      code: 'RATE_LIMITED',
      message: expect.stringMatching(/: tối đa 20 lần trong 15 phút\. Hãy thử lại sau \d+ phút\.$/) as string,
    });
    const english = await signIn('analyst@demo.test', 'mat-khau-thu', 'en');
    expect(english.userErrors[0]!.message).toMatch(/: at most 20 within 15 min\. Try again in \d+ min\.$/);
    expect((await signIn('secretariat@demo.test', 'mat-khau-thu')).token).not.toBeNull();
  } finally {
    await program.close();
  }
});
