import type { Actor } from '../../platform/access/actor';
import { refuse } from '../../platform/lib/domain-error';
import { canKeepReporting } from './rules/reporting-rule.policy';

/** Refuses who does not keep the rules of reporting and their exceptions. */
export function assertMayKeepReporting(actor: Actor): void {
  if (canKeepReporting(actor)) return;
  throw refuse(
    'FORBIDDEN',
    ['input'],
    'Chỉ cơ quan thường trực đặt chế độ, lập, mở lại kỳ và miễn báo cáo. Hãy đề nghị cơ quan thường trực.',
    'Only the secretariat sets rules of reporting, adds and reopens rounds, and waives reports. Ask the secretariat.',
  );
}
