import { hashPassword } from '../../src/accounts/password';
import type { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { makeDraft } from '../support/made/made-draft';
import { makeMeasurement } from '../support/made/made-measurement';
import { makeReport } from '../support/made/made-report';
import type { TestProgram } from '../support/program';
import { aimAtAdjustment } from './aimed-adjustments';
import { aimAtCommittee } from './aimed-committee';
import { aimAtDocument } from './aimed-documents';
import { DUE_AIMS } from './aimed-due';
import { OPERATORS_AIMS } from './aimed-operators';
import { REPORTING_AIMS } from './aimed-reporting';
import { TARGET_AIMS } from './aimed-targets';
import { WORK_AIMS } from './aimed-work';
import { type Asker, OTHER, OWN } from './askers';
import type { MutationLine } from './rights.table';

const COMMITTEE = [
  'foundCommittee',
  'reformCommittee',
  'assignMember',
  'endMemberAssignment',
  'assignOversight',
  'endOversight',
];

const OWN_PASSWORD = 'mat-khau-dang-dung';

const NEW_UNIT = {
  name: 'Sở mới',
  nameEn: 'New',
  shortName: 'Mới',
  shortNameEn: 'New',
  kind: 'DEPARTMENT',
  source: 'x',
};

/** Makes what mutations are aimed at, anew for each of them. */
export class Aims {
  private counter = 0;

  /** `colleague` is the account of a reporter who is none of the askers. */
  constructor(
    private readonly program: TestProgram,
    private readonly view: DatabaseView,
    private readonly colleague: string,
  ) {}

  private async itemId(code: string): Promise<string> {
    return (await this.view.row<{ id: string }>(`select 'wi_' || id as id from work_item where code = $1`, [code])).id;
  }

  private async unitId(code: string): Promise<string> {
    return (await this.view.row<{ id: string }>(`select 'un_' || id as id from unit where code = $1`, [code])).id;
  }

  private async madeAccount({ isDisabled = false } = {}): Promise<string> {
    const { id } = await makeAccount(this.program, this.view, { roles: [{ role: 'ANALYST' }] });
    if (isDisabled) await this.view.rows('update account set disabled_at = now() where id = $1', [id]);
    return `ac_${id}`;
  }

  /** Lets somebody sign in with a password, as if it had been made long ago. */
  private async givePassword(accountId: string | null, password: string): Promise<void> {
    if (accountId === null) return;
    await this.view.rows(
      `insert into account_secret (account_id, password_hash) values ($1, $2)
       on conflict (account_id) do update set password_hash = excluded.password_hash`,
      [accountId, await hashPassword(password)],
    );
  }

  private async madeUnit(): Promise<string> {
    const { id } = await this.view.row<{ id: string }>(
      `insert into unit (code, name, name_en, short_name, short_name_en, kind) values ($1, 'x', 'x', 'x', 'x', 'DEPARTMENT') returning 'un_' || id as id`,
      [`made-${this.next()}`],
    );
    return id;
  }

  private async madePerson(): Promise<string> {
    const { id } = await this.view.row<{ id: string }>(
      `insert into person (code, display_name, unit_id) select $1, $1, id from unit where code = $2 returning 'pe_' || id as id`,
      [`made ${this.next()}`, OWN.unit],
    );
    return id;
  }

  /** An item in force whose lead unit has ended: what is left behind is handed over directly. */
  private async leftItem(): Promise<string> {
    const unit = await this.madeUnit();
    await this.view.rows(`update unit set valid_to = '2023-01-01' where 'un_' || id = $1`, [unit]);
    const { id } = await this.view.row<{ id: string }>(
      `insert into work_item (code, number, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id, starts_on, due_on)
       select $1::text, $2::integer, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id,
         (select u.id from unit u where 'un_' || u.id = $3), '2022-01-01', '2023-12-31'
       from work_item where code = '07-12' returning 'wi_' || id as id`,
      [`left-${this.next()}`, 3_000 + this.counter, unit],
    );
    return id;
  }

  /** Prepares what a mutation is aimed at and gives its input. */
  async aim(line: MutationLine, asker: Asker): Promise<object | undefined> {
    const item = (of: 'own' | 'other') => (of === 'own' ? OWN : OTHER).item;
    if (COMMITTEE.includes(line.mutation)) return aimAtCommittee(this.view, line.mutation);
    const work =
      WORK_AIMS[line.mutation] ??
      TARGET_AIMS[line.mutation] ??
      DUE_AIMS[line.mutation] ??
      REPORTING_AIMS[line.mutation] ??
      OPERATORS_AIMS[line.mutation];
    if (work !== undefined) return work(this.view);
    const adjustment = await aimAtAdjustment(this.view, line, this.colleague);
    if (adjustment !== undefined) return adjustment;
    if (line.document !== undefined) return aimAtDocument(this.view, line);
    const idOf = async (sql: string, value: string) => (await this.view.row<{ id: string }>(sql, [value])).id;
    switch (line.mutation) {
      case 'signIn':
        return { email: 'analyst@demo.test', password: 'mat-khau-thu' };
      case 'signOut':
        return undefined;
      case 'submitProgressReport':
        return {
          workItemId: await idOf(`select 'wi_' || id as id from work_item where code = $1`, item(line.item!)),
          period: '2023-Q4',
          percentComplete: 99,
          summary: 'made',
        };
      case 'repeatProgressReport':
      case 'saveProgressReportDraft':
        return {
          workItemId: await idOf(`select 'wi_' || id as id from work_item where code = $1`, item(line.item!)),
          period: '2023-Q4',
        };
      case 'discardProgressReportDraft':
        return { progressReportDraftId: await makeDraft(this.view, OWN.item, this.colleague) };
      case 'recordMeasurement':
        return {
          indicatorId: await idOf(`select 'in_' || id as id from indicator where code = $1`, 'kinh-te-so'),
          period: '2023-Q3',
          value: 18,
          // of another source than the values that are there
          source: `x ${this.next()}`,
          isOtherSource: true,
        };
      case 'createUnit':
        return { ...NEW_UNIT, code: `moi-${this.next()}` };
      case 'createPerson':
        return { displayName: `Chánh văn phòng ${this.next()}`, unitId: await this.unitId(OWN.unit) };
      case 'changePerson':
        return { personId: await this.madePerson(), displayName: `Phó Chánh văn phòng ${this.next()}` };
      case 'correctUnit':
        return { unitId: await this.madeUnit(), name: `Sở đúng tên ${this.next()}`, reason: 'x' };
      case 'setNonWorkingDays':
        return {
          days: [{ date: '2024-01-02', kind: 'HOLIDAY', name: 'x', nameEn: 'x', legalGround: `x ${this.next()}` }],
        };
      case 'setReviewLevels':
        return {
          programmeId: await idOf(`select 'pr_' || id as id from programme where code = $1`, '07-CTr/TU'),
          reviewLevels: ['UNIT', 'SECRETARIAT'],
        };
      case 'moveUnit':
        return { unitId: await this.madeUnit(), parentId: await this.unitId('so-nv') };
      case 'endUnit':
        return {
          unitId: await this.madeUnit(),
          lastOn: '2023-12-31',
          successors: [{ unitId: await this.unitId('so-nv'), share: 1 }],
          source: 'x',
        };
      case 'mergeUnits':
        return {
          unitIds: [await this.madeUnit()],
          successorId: await this.unitId('so-nv'),
          lastOn: '2023-12-31',
          source: 'x',
        };
      case 'createAccount':
        return { email: `nguoi-moi-${this.next()}@made.test`, displayName: 'Người mới', role: 'ANALYST' };
      case 'grantRole':
        return { accountId: await this.madeAccount(), role: 'INSPECTOR' };
      case 'revokeRole':
        return { accountId: await this.madeAccount(), role: 'ANALYST' };
      case 'disableAccount':
        return { accountId: await this.madeAccount(), reason: 'Chuyển công tác.' };
      case 'enableAccount':
        return { accountId: await this.madeAccount({ isDisabled: true }) };
      case 'changePassword':
        await this.givePassword(asker.accountId, OWN_PASSWORD);
        return { currentPassword: OWN_PASSWORD, newPassword: `mat khau moi ${this.next()}` };
      case 'resetPassword':
        return { accountId: await this.madeAccount() };
      case 'assignLeadUnit':
        return { workItemId: await this.leftItem(), unitId: await this.madeUnit(), reason: 'x' };
      case 'assignUnitRole':
        return { workItemId: await this.itemId(OWN.item), unitId: await this.madeUnit(), role: 'MONITORING' };
      case 'endUnitRole': {
        const unit = await this.madeUnit();
        await this.view.rows(
          `insert into unit_role (work_item_id, role, unit_id, rank) select w.id, 'ADVISORY', u.id, 99 from work_item w, unit u
         where w.code = $1 and 'un_' || u.id = $2`,
          [OWN.item, unit],
        );
        return { workItemId: await this.itemId(OWN.item), unitId: unit };
      }
      case 'assignResponsiblePerson': {
        const { id } = await this.view.row<{ id: string }>(
          `insert into person (code, display_name, unit_id) select $1, 'x', lead_unit_id from work_item where code = $2 returning 'pe_' || id as id`,
          [`made-${this.next()}`, OWN.item],
        );
        return { workItemId: await this.itemId(OWN.item), personId: id };
      }
      case 'acceptMeasurement':
        return { measurementId: await makeMeasurement(this.view, 'PROVISIONAL', OWN.unit) };
      case 'correctMeasurement':
        return {
          measurementId: await makeMeasurement(this.view, 'ACCEPTED', null),
          value: 2,
          reason: 'x',
          source: 'x',
        };
      case 'createDisplay':
        return { name: `Màn hình ${this.next()}`, programmeCode: '07-CTr/TU' };
      case 'revokeDisplay': {
        const { id } = await this.view.row<{ id: string }>(
          `insert into display (name, programme_id, account_id, created_at)
         select $1, p.id, $2, '2023-11-01' from programme p where p.code = '07-CTr/TU' returning 'di_' || id as id`,
          [`Màn hình ${this.next()}`, this.colleague],
        );
        return { displayId: id };
      }
      default: {
        if (line.of === undefined) throw new Error(`No aim is given for ${line.mutation}: see aimed-work.ts.`);
        const { unit, state, by } = line.of;
        const submittedById = by === 'self' ? (asker.accountId ?? this.colleague) : this.colleague;
        const id = await makeReport(this.view, { item: item(unit), state, submittedById });
        if (line.mutation === 'approveProgressReports') return { progressReportIds: [`rp_${id}`] };
        return { progressReportId: `rp_${id}`, ...(line.mutation === 'returnProgressReport' && { reason: 'Trả.' }) };
      }
    }
  }

  private next(): number {
    this.counter += 1;
    return this.counter;
  }
}
