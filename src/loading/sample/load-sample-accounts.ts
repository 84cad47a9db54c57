import type { EntityManager } from 'typeorm';
import { Account } from '../../accounts/public';
import { idsBy, insertMissing, pick } from '../rows';
import { sampleItems } from './sample-items';

/** By this ending of their e-mail addresses the accounts of the sample's history are known; none of them can sign in. */
export const SAMPLE_MAIL = '@sample.test';

/** The lead unit of 07-01, whose history the demo accounts made. */
const DEMO_UNIT = 'so-tttt';

/** Who submitted, approved and accepted the reports of the sample, by the lead unit's code. */
export interface SampleAccounts {
  readonly secretariat: string;
  reporter(unit: string): string;
  approver(unit: string): string;
}

/** Makes an account without password for each lead unit's reporter and approver. Throws when the demo accounts are missing. */
export async function loadSampleAccounts(
  manager: EntityManager,
  unitIds: ReadonlyMap<string, string>,
  shortNames: ReadonlyMap<string, string>,
): Promise<SampleAccounts> {
  const leads = [...new Set(sampleItems.map(({ lead }) => lead))].filter((lead) => lead !== DEMO_UNIT);
  const rows = leads.flatMap((lead) => {
    const unit = { unitId: pick(unitIds, lead) };
    const name = pick(shortNames, lead);
    return [
      { ...unit, email: mailOf('reporter', lead), displayName: `Cán bộ báo cáo – ${name} (mẫu)` },
      { ...unit, email: mailOf('approver', lead), displayName: `Lãnh đạo duyệt – ${name} (mẫu)` },
    ];
  });
  await insertMissing(manager, Account, rows);
  const ids = await idsBy(manager, Account, 'email');
  return {
    secretariat: pick(ids, 'secretariat@demo.test'),
    reporter: (unit) => pick(ids, mailOf('reporter', unit)),
    approver: (unit) => pick(ids, mailOf('approver', unit)),
  };
}

function mailOf(role: 'reporter' | 'approver', unit: string): string {
  return unit === DEMO_UNIT ? `${role}@demo.test` : `${role}.${unit}${SAMPLE_MAIL}`;
}
