import { Document, DocumentKind, DocumentState } from '../../documents/public';
import type { Precondition } from '../../platform/commands/steps';
import { Target, targetSteps } from '../../targets/public';

/** What a target promises is changed by an adjustment once a plan of its programme is issued; before, directly. */
export const targetPrecondition: Precondition = {
  steps: [targetSteps.change],
  missing: async (manager, targetId) => {
    const { programmeId, number } = await manager.findOneByOrFail(Target, { id: targetId });
    const plan = await manager.findOne(Document, {
      where: { programmeId, state: DocumentState.ISSUED, kind: DocumentKind.PLAN },
      order: { code: 'ASC' },
    });
    if (plan === null) return [];
    const message = {
      vi: `Kế hoạch ${plan.code} đã ban hành: giá trị, hạn và lộ trình của chỉ tiêu ${number} không sửa trực tiếp được nữa. Hãy để cơ quan thường trực hoặc đơn vị cung cấp số liệu đăng ký điều chỉnh (registerAdjustment).`,
      en: `The plan ${plan.code} is issued: value, date and trajectory of the target ${number} are not changed directly any more. Have the standing agency, or a unit that gives its figures, register an adjustment (registerAdjustment).`,
    };
    return [{ code: 'CLOSED', path: ['input', 'targetId'], message }];
  },
};
