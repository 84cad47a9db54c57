import type { PageTexts } from './texts';

/** What the first page says in English. */
export const homeTextsEn: PageTexts['home'] = {
  documentTitle: 'tiendo: progress against schedule',
  heading: 'A work programme’s progress, seen the moment it changes',
  lead: 'Units report, the steering committee sees accepted figures on the meeting-room screen, analysts ask anything through GraphQL.',
  screen: {
    name: 'Meeting-room screen',
    about: 'Targets and 32 work items on one page, live. Opened by a link from the secretariat.',
  },
  programme: {
    name: 'Programme',
    about:
      'For committee members: targets against their trajectory, who directs what, where documents stand, which gaps and contradictions remain.',
  },
  report: {
    name: 'Reporting',
    about: 'Submit, approve and accept progress reports; record figures of targets; manage screens.',
  },
  schema: {
    name: 'GraphQL schema',
    about: 'Every type and field, described. One path /graphql for HTTP and WebSocket.',
  },
  state: 'State of this installation',
  version: 'Version',
  today: 'Working date of the system',
  clock: 'Clock',
  clockShifted: 'simulated, not the real date',
  clockReal: 'real date',
  data: 'Data',
  dataSample: 'has sample rows',
  dataReal: 'no sample rows',
};
