import type { Asker } from './rights';

/** Who takes a step in which states, written down by people: the drafting unit's role, and whoever does it over all units. */
const STEPS: Readonly<Record<string, readonly [states: string, unitRole: string | null, ...others: string[]]>> = {
  revise: ['DRAFTING CONSULTING FINALISED', 'REPORTER', 'SECRETARIAT'],
  sendForOpinions: ['DRAFTING CONSULTING', 'REPORTER', 'SECRETARIAT'],
  answerOpinion: ['CONSULTING', 'REPORTER', 'SECRETARIAT'],
  finalise: ['DRAFTING CONSULTING', 'REPORTER', 'SECRETARIAT'],
  submit: ['FINALISED', 'APPROVER', 'SECRETARIAT'],
  approve: ['SUBMITTED', null, 'SECRETARIAT', 'COMMITTEE_HEAD'],
  return: ['SUBMITTED', null, 'SECRETARIAT', 'COMMITTEE_HEAD'],
  issue: ['SUBMITTED', null, 'SECRETARIAT', 'COMMITTEE_HEAD'],
  correctIssue: ['ISSUED', null, 'SECRETARIAT'],
  withdraw: ['DRAFTING CONSULTING FINALISED', 'REPORTER', 'SECRETARIAT'],
  takeBack: ['SUBMITTED', 'APPROVER', 'SECRETARIAT', 'COMMITTEE_HEAD'],
};

/** What an asker may do with a document, by its columns and what is awaited. */
export function rightsOnDocument(asker: Asker, values: Readonly<Record<string, unknown>>): Record<string, boolean> {
  const { state, draftingUnitId, awaitedLevel, awaitedUnitIds, hasOpinions } = values;
  const isAnswered = {
    answerOpinion: hasOpinions === true,
    approve: awaitedLevel !== null,
    issue: awaitedLevel === null,
  };
  const steps = Object.entries(STEPS).map(([action, [states, unitRole, ...others]]) => {
    const isTheirs = asker.roles.some(
      ({ role, unitId }) =>
        others.includes(role) || (role === unitRole && unitId !== null && unitId === draftingUnitId),
    );
    const isOpen =
      states.split(' ').includes(String(state)) && (isAnswered as Record<string, boolean>)[action] !== false;
    return [action, isTheirs && isOpen] as const;
  });
  const speaks = asker.roles.some(
    ({ role, unitId }) =>
      (role === 'SECRETARIAT' && (awaitedUnitIds as string[]).length > 0) ||
      (['REPORTER', 'APPROVER'].includes(role) && (awaitedUnitIds as (string | null)[]).includes(unitId)),
  );
  const { takeBack, ...rights } = Object.fromEntries(steps) as Record<string, boolean>;
  return { ...rights, withdraw: rights.withdraw! || takeBack!, recordOpinion: state === 'CONSULTING' && speaks };
}
