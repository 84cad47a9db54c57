import { type Role, ROLES } from '../../src/platform/access/actor';

/** How a command ends. */
export type End = 'done' | 'FORBIDDEN' | 'NOT_FOUND' | 'CONFLICT' | 'CLOSED';

/** What commands are aimed at. */
export type Aimed =
  | 'report'
  | 'measurement'
  | 'consultation'
  | 'resource'
  | 'deliverable'
  | 'list'
  | 'obstacle'
  | 'submission'
  | 'draft'
  | 'adjustment';

/** One command on one thing in one state. */
export interface StateLine {
  readonly aimed: Aimed;
  readonly command: string;
  /** What is special about the input; most commands have one kind of it. */
  readonly with?: string;
  readonly state: string;
  /** Whose it is: reports and measurements belong to a unit, documents and lists to the unit that drafts them. Roles of a unit are held for the own one. */
  readonly unit: 'own' | 'other';
  /** Who submitted a report or registered a request: whoever asks now, or a colleague. */
  readonly by?: 'self' | 'colleague';
  readonly ends: Readonly<Record<Role, End>>;
}

const ENDS: Readonly<Record<string, End>> = {
  d: 'done',
  F: 'FORBIDDEN',
  N: 'NOT_FOUND',
  C: 'CONFLICT',
  L: 'CLOSED',
};

/** A cell for each role, in a line: ADMI SECR HEAD MEMB REPO APPR ANAL INSP DISP. */
function cells(text: string): Record<Role, End> {
  const found = text.split(' ').map((letter) => ENDS[letter]);
  if (found.length !== ROLES.length || found.includes(undefined)) throw new Error(`Not nine cells: ${text}`);
  return Object.fromEntries(ROLES.map((role, index) => [role, found[index]!])) as Record<Role, End>;
}

type Frame = Omit<StateLine, 'state' | 'ends'>;

/** The lines of one command: for each state its nine cells. */
export function lines(frame: Frame, byState: Readonly<Record<string, string>>): StateLine[] {
  return Object.entries(byState).map(([state, text]) => ({ ...frame, state, ends: cells(text) }));
}
