import { says } from '../../../platform/lib/says';
import { declareEnum } from '../../../platform/reader/model/declare-enum';

/** How often units report by a rule. */
export enum ReportingRuleKind {
  MONTHLY = 'MONTHLY',
  QUARTERLY = 'QUARTERLY',
  HALF_YEARLY = 'HALF_YEARLY',
  YEARLY = 'YEARLY',
}

declareEnum(ReportingRuleKind, {
  name: 'ReportingRuleKind',
  description: says(
    'Chế độ báo cáo định kỳ: mỗi tháng, quý, sáu tháng hay năm một kỳ.',
    'How often a periodic report is due, by the length of its period.',
  ),
  values: {
    MONTHLY: {
      word: { vi: 'Hằng tháng', en: 'Every month' },
      explained: { vi: 'mỗi tháng một kỳ, viết `2024-01`.', en: 'periods are written `2024-01`.' },
    },
    QUARTERLY: {
      word: { vi: 'Hằng quý', en: 'Every quarter' },
      explained: { vi: 'mỗi quý một kỳ, viết `2024-Q1`.', en: 'periods are written `2024-Q1`.' },
    },
    HALF_YEARLY: {
      word: { vi: 'Sáu tháng', en: 'Every half-year' },
      explained: { vi: 'mỗi sáu tháng một kỳ, viết `2024-H1`.', en: 'periods are written `2024-H1`.' },
    },
    YEARLY: {
      word: { vi: 'Hằng năm', en: 'Every year' },
      explained: { vi: 'mỗi năm một kỳ, viết `2024`.', en: 'periods are written `2024`.' },
    },
  },
});
