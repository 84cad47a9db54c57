import type { SignedIn } from '../common/session/use-session';

/** A part of the page, by its place in the address; empty for the first. */
export type Section = 'work' | 'unitQueue' | 'secretariatQueue' | 'measurements' | 'displays';

const SECTIONS: readonly { section: Section; path: string; role: SignedIn['roles'][number] }[] = [
  { section: 'work', path: 'work', role: 'REPORTER' },
  { section: 'unitQueue', path: 'approve', role: 'APPROVER' },
  { section: 'secretariatQueue', path: 'accept', role: 'SECRETARIAT' },
  { section: 'measurements', path: 'measure', role: 'SECRETARIAT' },
  { section: 'displays', path: 'screens', role: 'SECRETARIAT' },
];

/** What an account can do here, by its roles. The server decides; this only saves it useless questions. */
export function sectionsOf(roles: SignedIn['roles']): { section: Section; path: string }[] {
  return SECTIONS.filter(({ role }) => roles.includes(role)).map(({ section, path }) => ({ section, path }));
}
