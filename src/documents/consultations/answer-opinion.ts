import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { defineCommand } from '../../platform/commands/declared-command';
import { getRow } from '../../platform/commands/rows';
import { refuse } from '../../platform/lib/domain-error';
import { toGlobalId } from '../../platform/lib/global-id';
import { says } from '../../platform/lib/says';
import { Consultation } from './consultation.entity';
import { AnswerOpinionInput } from './consultation.inputs';
import { consultationStateOf, isPossible } from './consultation.rules';
import { canSeeDrafts } from '../text/document-text.policy';
import { Document } from '../document.entity';
import { documentEvent } from '../document.events';
import { canRecordOpinionOf } from '../document.policy';
import { assertEverTakes, lockForAction } from '../load-document';
import { OpinionVerdict } from './opinion.state';

/** The drafter says what becomes of an opinion: taken in or not, and why. A verdict may be changed until the document is finalised. */
export const answerOpinion = defineCommand({
  name: 'answerOpinion',
  description: says(
    'Giải trình một ý kiến: tiếp thu hay không, và vì sao.',
    'Answers an opinion: taken in or not, and why.',
  ),
  input: AnswerOpinionInput,
  returns: { consultation: Consultation },
  async rights({ tx, actor }, { consultationId }) {
    const { documentId } = await findConsultation(tx.manager, actor, consultationId);
    const document = await tx.manager.findOneByOrFail(Document, { id: documentId });
    assertEverTakes(actor, 'answerOpinion', document, 'consultationId');
  },
  async run({ tx, actor, today, append }, input) {
    const { id, documentId } = await findConsultation(tx.manager, actor, input.consultationId);
    const document = await lockForAction(
      tx.manager,
      actor,
      toGlobalId('do', documentId),
      'answerOpinion',
      'consultationId',
    );
    // as it stands now that nobody else can write it
    const asked = await tx.manager.findBy(Consultation, { documentId });
    const consultation = asked.find((row) => row.id === id)!;
    if (!isPossible('answerOpinion', consultationStateOf(consultation, asked))) {
      const [vi, en] = canRecordOpinionOf(actor, consultation.unitId)
        ? ['Hãy ghi ý kiến của đơn vị trước (recordOpinion).', 'Record its opinion first (recordOpinion).']
        : ['Hãy đôn đốc đơn vị cho ý kiến.', 'Urge the unit to give it.'];
      throw refuse(
        'CONFLICT',
        ['input', 'consultationId'],
        `Đơn vị chưa cho ý kiến, chưa có gì để giải trình. ${vi}`,
        `The unit has not given its opinion yet: there is nothing to answer. ${en}`,
      );
    }
    const reason = input.reason?.trim() ?? '';
    if (input.verdict !== OpinionVerdict.TAKEN_IN && reason === '') {
      throw refuse(
        'INVALID',
        ['input', 'reason'],
        'Không tiếp thu, hoặc chỉ tiếp thu một phần, thì phải nêu lý do.',
        'State why it is not taken in, or only in part.',
      );
    }
    consultation.verdict = input.verdict;
    consultation.verdictReason = reason === '' ? null : reason;
    consultation.resolvedOn = today;
    consultation.resolvedById = actor.accountId;
    await tx.manager.save(consultation);
    append(documentEvent('OPINION_ANSWERED', document, {}, consultation.unitId));
    return { consultationId: consultation.id };
  },
});

async function findConsultation(manager: EntityManager, actor: Actor, globalId: string): Promise<Consultation> {
  const found = canSeeDrafts(actor) ? await getRow(manager, Consultation, globalId) : null;
  if (found !== null) return found;
  throw refuse(
    'NOT_FOUND',
    ['input', 'consultationId'],
    'Không có lượt xin ý kiến này. Hãy kiểm tra lại mã định danh.',
    'There is no such consultation. Check the id.',
  );
}
