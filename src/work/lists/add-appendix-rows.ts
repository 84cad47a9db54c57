import type { EntityManager } from 'typeorm';
import { Appendix, type Document } from '../../documents/public';
import { assertUnitsAreThere, Unit } from '../../organisation/public';
import type { Command } from '../../platform/commands/command';
import { sameAsAny } from '../../platform/database/same-as';
import { EventAudience } from '../../platform/event-log/event-audience';
import { defineCommand } from '../../platform/commands/declared-command';
import { DomainError, type Refusal, refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { filledOrNull } from '../../platform/lib/text';
import { sameText } from '../../platform/lib/text-forms';
import { Programme, refusalsOfPlannedDates } from '../../programme/public';
import { resourceRow } from '../resources/add-resource';
import { AddAppendixRowsInput, type AppendixRowInput } from './appendix-rows.inputs';
import { refusalsOfRows, shortNameOf } from './appendix-rows.rules';
import { giveBackRowCodes } from './give-back-row-codes';
import { findRowPersons } from './find-row-persons';
import { leadsFrom } from '../assignments/leads-from';
import { authoriseRows, lockDraftedAppendix } from './lock-drafted-appendix';
import { Resource } from '../resources/resource.entity';
import { refusalsOfResource } from '../resources/resource.rules';
import { UnitRole, UnitRoleKind } from '../assignments/unit-role.entity';
import { WorkItem } from '../items/work-item.entity';
import { appendixRowEvents } from '../items/work-item.events';

/** Enters rows on a list while its document is drafted: work items, each with the unit that leads it. */
export const addAppendixRows = defineCommand({
  name: 'addAppendixRows',
  description: says(
    'Nhập các dòng của một phụ lục khi văn bản còn soạn thảo; mỗi dòng là một đầu việc.',
    'Enters rows of an appendix while its document is drafted; each is a work item.',
  ),
  input: AddAppendixRowsInput,
  returns: { appendix: Appendix },
  rights: authoriseRows,
  async run(command, input) {
    const { tx, actor, today, append } = command;
    const { appendix, document } = await lockDraftedAppendix(tx.manager, actor, input.appendixId, 'addAppendixRows');
    const programmeId = programmeOf(document);
    const programme = await tx.manager.findOneByOrFail(Programme, { id: programmeId });
    const standing = await tx.manager.findBy(WorkItem, { appendixId: appendix.id });
    const refusals = [
      ...refusalsOfPlannedDates(datesOf(input.rows), programme),
      ...refusalsOfRows(input.rows, standing, appendix.expectedCount),
      ...refusalsOfResources(input.rows),
    ];
    if (refusals.length > 0) throw new DomainError(refusals);
    const units = await leadUnits(tx.manager, input.rows, today);
    const persons = await findRowPersons(tx.manager, input.rows, units);
    const items = input.rows.map((row) => ({
      ...textsOf(row, appendix),
      programmeId,
      appendixId: appendix.id,
      leadUnitId: units.get(row.leadUnitCode)!.id,
      responsiblePersonId: row.responsiblePersonId == null ? null : persons.get(row.responsiblePersonId)!,
      startsOn: row.startsOn,
      dueOn: row.dueOn,
      // until the plan is issued
      isInForce: false,
      isSample: document.isSample,
    }));
    await assertCodesAreFree(command, items);
    const saved = await tx.manager.save(WorkItem, items);
    const leads = saved.map(({ id, leadUnitId, isSample }) => ({
      workItemId: id,
      unitId: leadUnitId,
      role: UnitRoleKind.LEAD,
      rank: 1,
      isSample,
    }));
    await tx.manager.save(UnitRole, leads);
    const resources = saved.flatMap((item, index) =>
      (input.rows[index]!.resources ?? []).map((resource) => resourceRow(item, resource, today)),
    );
    await tx.manager.save(Resource, resources);
    append({
      type: appendixRowEvents.APPENDIX_ROWS_ADDED.type,
      subject: { type: 'Appendix', id: appendix.id },
      unitId: document.draftingUnitId,
      programmeId,
      // rows are entered and taken off while nothing is decided: rooms do not read them
      audience: EventAudience.OFFICIALS,
      data: { appendix: appendix.code, document: document.code, rows: input.rows.map(({ number }) => number) },
    });
    return { appendixId: appendix.id };
  },
});

function programmeOf({ programmeId }: Document): string {
  if (programmeId !== null) return programmeId;
  throw refuse(
    'INVALID',
    ['input', 'appendixId'],
    'Văn bản chưa thuộc chương trình nào, nên chưa nhập được đầu việc. Hãy lập văn bản của một chương trình (draftDocument, programmeCode).',
    'The document belongs to no programme, so it cannot hold work items. Draft one of a programme (draftDocument, programmeCode).',
  );
}

/** The units that lead the rows, by their codes as the rows write them. */
async function leadUnits(
  manager: EntityManager,
  rows: readonly AppendixRowInput[],
  today: string,
): Promise<Map<string, Unit>> {
  const codes = [...new Set(rows.map(({ leadUnitCode }) => leadUnitCode))];
  const units = await manager.findBy(Unit, { code: sameAsAny(codes) });
  const known = new Map(units.map((unit) => [sameText(unit.code), unit]));
  const found = new Map(
    codes.flatMap((code) => {
      const unit = known.get(sameText(code));
      return unit === undefined ? [] : [[code, unit] as const];
    }),
  );
  const unknown = rows.findIndex(({ leadUnitCode }) => !found.has(leadUnitCode));
  if (unknown >= 0) {
    const code = rows[unknown]!.leadUnitCode;
    const path = ['input', 'rows', String(unknown), 'leadUnitCode'];
    throw refuse(
      'NOT_FOUND',
      path,
      `Không có đơn vị “${code}”. Hãy kiểm tra lại mã số (code).`,
      `There is no unit “${code}”. Check the code.`,
    );
  }
  const leads = rows.map(({ leadUnitCode }) => found.get(leadUnitCode)!);
  await assertUnitsAreThere(
    manager,
    leads,
    (row) => leadsFrom(rows[row]!, today),
    (row) => ['input', 'rows', String(row), 'leadUnitCode'],
  );
  return found;
}

function datesOf(rows: readonly AppendixRowInput[]) {
  return rows.flatMap(({ startsOn, dueOn }, index) =>
    Object.entries({ startsOn, dueOn }).map(([field, date]) => ({
      date,
      path: ['input', 'rows', String(index), field],
    })),
  );
}

function textsOf(row: AppendixRowInput, appendix: Appendix) {
  const title = row.title.trim();
  const titleEn = filledOrNull(row.titleEn) ?? title;
  return {
    code: filledOrNull(row.code) ?? `${appendix.code}-${String(row.number).padStart(2, '0')}`,
    number: row.number,
    kind: row.kind,
    title,
    titleEn,
    shortName: filledOrNull(row.shortName) ?? shortNameOf(title),
    shortNameEn: shortNameOf(titleEn),
    concreteObjective: filledOrNull(row.concreteObjective),
    product: filledOrNull(row.product),
    approvalLevel: row.approvalLevel ?? null,
  };
}

function refusalsOfResources(rows: readonly AppendixRowInput[]): Refusal[] {
  return rows.flatMap(({ resources }, row) =>
    (resources ?? []).flatMap((resource, index) =>
      refusalsOfResource(resource, ['input', 'rows', String(row), 'resources', String(index)]),
    ),
  );
}

async function assertCodesAreFree(command: Command, items: readonly { readonly code: string }[]): Promise<void> {
  const codes = items.map(({ code }) => sameText(code));
  const taken = await giveBackRowCodes(command, codes);
  const index =
    taken === null ? codes.findIndex((code, at) => codes.indexOf(code) !== at) : codes.indexOf(sameText(taken.code));
  if (index < 0) return;
  const [vi, en] =
    taken === null
      ? ['', '']
      : [`Đầu việc ấy thuộc phụ lục ${taken.appendix.code}. `, `It stands in the appendix ${taken.appendix.code}. `];
  throw refuse(
    'CONFLICT',
    ['input', 'rows', String(index), 'code'],
    `Mã số (code) “${items[index]!.code}” đã dùng cho một đầu việc khác. ${vi}Hãy chọn mã số khác.`,
    `The code “${items[index]!.code}” belongs to another work item. ${en}Choose another code.`,
  );
}
