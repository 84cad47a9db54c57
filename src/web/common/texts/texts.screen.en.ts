import type { PageTexts } from './texts';

/** What the meeting room’s screen says in English. */
export const screenTextsEn: PageTexts['screen'] = {
  documentTitle: 'Meeting-room screen',
  programme: (code) => `Programme ${code}`,
  pageName: 'Overview',
  noFigure: 'no figure yet',
  planned: (value) => `plan ${value}`,
  isNew: 'new',
  directions: 'Needs direction',
  noDirections: 'Nothing is overdue or at risk',
  daysLate: (days) => `${days} d late`,
  daysLeft: (days, percent) => `${days} d left, at ${percent}`,
  silent: (days) => `silent ${days}`,
  lastChange: (time, date) => `Last change ${time} ${date}`,
  updates: (count) => `${count} updates`,
  targets: 'Targets',
  tolerance: 'White tick: plan for the period measured; up to 10% behind is on track',
  items: 'Work items',
  connecting: 'Connecting to the server…',
  closed: {
    stranger: 'This screen has not been opened yet',
    revoked: 'This screen’s link has been revoked',
    expired: 'This screen’s link has expired',
    waiting: 'No data from the server yet',
  },
  howToOpen: [
    'The secretariat opens the Report page, section Screens, and makes a link.',
    'Open that link once on the computer that drives this screen.',
  ],
  waitingHint: 'The screen reconnects by itself; nothing needs to be done.',
  diagnostics: { address: 'Address', lastError: 'Last error', version: 'Version', none: 'none' },
};
