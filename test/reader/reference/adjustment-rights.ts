import type { Asker } from './rights';

/** Who takes a step in which state, written down by people; nobody judges what they registered themselves. */
const STEPS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  approve: { REGISTERED: 'own APPROVER', APPRAISED: 'SECRETARIAT COMMITTEE_HEAD' },
  appraise: { UNIT_APPROVED: 'SECRETARIAT', APPRAISED: 'SECRETARIAT' },
  refuse: { APPRAISED: 'SECRETARIAT COMMITTEE_HEAD' },
  return: {
    REGISTERED: 'own APPROVER',
    UNIT_APPROVED: 'SECRETARIAT COMMITTEE_HEAD',
    APPRAISED: 'SECRETARIAT COMMITTEE_HEAD',
  },
  withdraw: { REGISTERED: 'own REPORTER', UNIT_APPROVED: 'own REPORTER', APPRAISED: 'own REPORTER' },
};

/** What an asker may do with a request for an adjustment. */
export function rightsOnRequest(asker: Asker, values: Readonly<Record<string, unknown>>): Record<string, boolean> {
  const isTheirOwn = values.registeredById === asker.accountId;
  return Object.fromEntries(
    Object.entries(STEPS).map(([action, byState]) => {
      const words = (byState[String(values.state)] ?? '').split(' ');
      const isTheirs = asker.roles.some(
        ({ role, unitId }) => words.includes(role) && (words[0] !== 'own' || unitId === values.unitId),
      );
      return [action, isTheirs && (action === 'withdraw' || !isTheirOwn)];
    }),
  );
}
