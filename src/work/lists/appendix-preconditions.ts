import type { EntityManager } from 'typeorm';
import { Appendix, appendixSteps, documentSteps } from '../../documents/public';
import type { Precondition } from '../../platform/commands/steps';
import type { Refusal } from '../../platform/lib/domain-error';
import { listGap } from './appendix-rows.rules';
import { WorkItem } from '../items/work-item.entity';
import { canKeepList } from '../items/work-item.policy';

/** A document is submitted, approved and issued with lists that hold the rows which they must (rules R1 and R7). */
export const listsPrecondition: Precondition = {
  steps: [documentSteps.submit, documentSteps.approve, documentSteps.issue],
  missing: (manager, documentId, _today, actor) => appendixGaps(manager, documentId, canKeepList(actor)),
};

async function appendixGaps(manager: EntityManager, documentId: string, isOwnToAdd: boolean): Promise<Refusal[]> {
  const lists = await manager.find(Appendix, { where: { documentId }, order: { code: 'ASC' } });
  const gaps = [];
  for (const { id, code, expectedCount } of lists) {
    const actualCount = await manager.countBy(WorkItem, { appendixId: id });
    gaps.push(listGap({ code, expectedCount, actualCount }, isOwnToAdd));
  }
  return gaps.filter((gap) => gap !== null);
}

/** A list is not made shorter than the numbers of its rows, nor taken off while it holds any. */
export const rowsPreconditions: readonly Precondition[] = [appendixSteps.correct, appendixSteps.remove].map((step) => ({
  steps: [step],
  missing: async (manager, appendixId) => {
    const { code, expectedCount } = await manager.findOneByOrFail(Appendix, { id: appendixId });
    const rows = await manager.find(WorkItem, { where: { appendixId }, order: { number: 'ASC' } });
    const beyond = step === appendixSteps.remove ? rows : rows.filter(({ number }) => number > expectedCount);
    return beyond.length === 0 ? [] : [standingRows(code, beyond.map(({ number }) => number).join(', '))];
  },
}));

function standingRows(code: string, numbers: string): Refusal {
  return {
    code: 'CONFLICT',
    path: ['input', 'appendices'],
    message: {
      vi: `Phụ lục ${code} đang có dòng ${numbers}. Hãy bỏ các dòng ấy trước (removeAppendixRows).`,
      en: `The appendix ${code} holds the rows ${numbers}. Take them off first (removeAppendixRows).`,
    },
  };
}
