import { addAccount } from '../accounts/add-account';
import { openInstallation } from '../platform/database/installation';
import { withDatabase } from './with-database';

/** `npm run account:add -- E-MAIL ROLE NAME [UNIT]`: adds an account and prints its password, once. */
void withDatabase('made', async (database) => {
  const [email, role, displayName, unit] = process.argv.slice(2);
  if (email === undefined || role === undefined || displayName === undefined) {
    throw new Error(
      'npm run account:add -- E-MAIL ROLE NAME [UNIT], e.g. lan@hanoi.example REPORTER "Nguyễn Thị Lan" so-tttt',
    );
  }
  const { clock } = await openInstallation(database, null);
  const { password } = await database.transaction((tx) =>
    addAccount(tx, { email, role, displayName, unit: unit ?? null }, clock.now()),
  );
  console.log(`Mật khẩu / password: ${password}`);
});
