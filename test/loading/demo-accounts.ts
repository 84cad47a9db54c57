import type { EntityManager } from 'typeorm';
import { Account } from '../../src/accounts/public';

/** Makes the accounts that the sample's history needs, without passwords. */
export async function makeDemoAccounts(manager: EntityManager): Promise<void> {
  const rows = ['reporter', 'approver', 'secretariat'].map((name) => ({
    email: `${name}@demo.test`,
    displayName: name,
  }));
  await manager.upsert(Account, rows, ['email']);
}
