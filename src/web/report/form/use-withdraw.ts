import { useState } from 'react';
import { send } from '../../common/graphql/send';
import { useLanguage } from '../../common/language-context';
import { withdrawProgressReport } from '../operations';
import { messageOf } from '../../common/ui/field-error';

interface Withdraw {
  failure: string | null;
  /** Takes a report back; true when the server did so. */
  withdraw: (progressReportId: string, expectedVersion?: number) => Promise<boolean>;
}

/** Takes reports back that the unit has not approved yet. */
export function useWithdraw(): Withdraw {
  const { texts, language } = useLanguage<'report'>();
  const [failure, setFailure] = useState<string | null>(null);
  const withdraw = async (progressReportId: string, expectedVersion?: number) => {
    try {
      const answer = await send(withdrawProgressReport, { input: { progressReportId, expectedVersion } }, language);
      const [refusal] = answer.withdrawProgressReport.userErrors;
      setFailure(refusal?.message ?? null);
      return refusal === undefined;
    } catch (error) {
      setFailure(messageOf(error, texts.common.networkFailed));
      return false;
    }
  };
  return { failure, withdraw };
}
