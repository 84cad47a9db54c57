import type { EntityManager } from 'typeorm';
import { Account } from '../accounts/account.entity';
import { AccountRole } from '../accounts/account-role.entity';
import { AccountSecret } from '../accounts/account-secret.entity';
import { hashPassword } from '../accounts/password';
import { Unit } from '../organisation/public';
import type { Role } from '../platform/access/actor';

interface DemoAccount {
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  /** Code of the unit that the person works in. */
  readonly unit: string;
}

const LEAD_OF_FIRST_ITEM = 'so-tttt';

/** One account for each role, and a reporter of a unit that has no part in item 07-01. */
const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { name: 'admin', displayName: 'Quản trị viên (mẫu)', role: 'ADMINISTRATOR', unit: 'vp-ubnd' },
  { name: 'secretariat', displayName: 'Cơ quan thường trực (mẫu)', role: 'SECRETARIAT', unit: 'so-khcn' },
  { name: 'head', displayName: 'Lãnh đạo Ban Chỉ đạo (mẫu)', role: 'COMMITTEE_HEAD', unit: 'vp-ubnd' },
  { name: 'member', displayName: 'Thành viên Ban Chỉ đạo (mẫu)', role: 'COMMITTEE_MEMBER', unit: 'so-khcn' },
  { name: 'reporter', displayName: 'Cán bộ báo cáo Sở TT&TT (mẫu)', role: 'REPORTER', unit: LEAD_OF_FIRST_ITEM },
  { name: 'approver', displayName: 'Lãnh đạo duyệt Sở TT&TT (mẫu)', role: 'APPROVER', unit: LEAD_OF_FIRST_ITEM },
  { name: 'other.reporter', displayName: 'Cán bộ báo cáo Sở NN&PTNT (mẫu)', role: 'REPORTER', unit: 'so-nnptnt' },
  { name: 'analyst', displayName: 'Chuyên viên phân tích (mẫu)', role: 'ANALYST', unit: 'so-khcn' },
  { name: 'inspector', displayName: 'Ủy ban kiểm tra (mẫu)', role: 'INSPECTOR', unit: 'vp-ubnd' },
];

/** Makes the demo accounts that are missing; those that exist keep what they have, their passwords too. Needs the units. */
export async function makeDemoAccounts(manager: EntityManager, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  for (const { name, displayName, role, unit } of DEMO_ACCOUNTS) {
    const email = `${name}@demo.test`;
    if ((await manager.findOneBy(Account, { email })) !== null) continue;
    const { id: unitId } = await manager.findOneByOrFail(Unit, { code: unit });
    const account = await manager.save(Account, { email, displayName, unitId, disabledAt: null });
    await manager.save(AccountSecret, { accountId: account.id, passwordHash });
    const isOfUnit = role === 'REPORTER' || role === 'APPROVER';
    await manager.save(AccountRole, { accountId: account.id, role, unitId: isOfUnit ? unitId : null });
  }
}

/** Sets the password of the demo accounts, for a start that names another one. */
export async function setDemoPassword(manager: EntityManager, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  for (const { name } of DEMO_ACCOUNTS) {
    const account = await manager.findOneBy(Account, { email: `${name}@demo.test` });
    if (account !== null) await manager.save(AccountSecret, { accountId: account.id, passwordHash });
  }
}
