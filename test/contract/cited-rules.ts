/** What is wrong with the table of rules, one sentence each; the two readers say what is in the project. */
export function complaintsOf(rules: string, project: Project): string[] {
  const sections = new Map(
    rules
      .split(/^## /m)
      .slice(1)
      .map((section) => [/^R\d+/.exec(section)?.[0] ?? section.split('\n')[0]!, section]),
  );
  return [
    ...[...sections].flatMap(([rule, section]) => complaintsOfSection(rule, section, project)),
    ...project.citations.flatMap(({ rule, file }) => {
      const section = sections.get(rule);
      if (section === undefined) return [`${file} cites ${rule}, which docs/rules.md does not tell`];
      return lineOf(section, 'Enforced by') === null
        ? [`${file} cites ${rule}, which docs/rules.md says nothing enforces`]
        : [];
    }),
  ];
}

/** What the table is held against. */
export interface Project {
  /** The text of a file by its path in the project; null where there is none. */
  readonly read: (path: string) => string | null;
  /** Where a rule is cited by its number. */
  readonly citations: readonly { readonly rule: string; readonly file: string }[];
}

function complaintsOfSection(rule: string, section: string, { read }: Project): string[] {
  const missing = ['vi', 'en', 'Source'].filter((name) => lineOf(section, name) === null);
  const enforced = lineOf(section, 'Enforced by');
  const shown = lineOf(section, 'Shown by');
  const isBuilt = enforced !== null && shown !== null;
  return [
    ...missing.map((name) => `${rule} has no line "${name}"`),
    ...(isBuilt || lineOf(section, 'Not built yet') !== null
      ? []
      : [`${rule} says neither what enforces and shows it nor that it is not built yet`]),
    ...namedIn(enforced, /`((?:src|migrations)\/[^`]+)`/g).flatMap(([path]) =>
      read(path!) === null ? [`${rule} is said to be enforced by ${path}, which is not there`] : [],
    ),
    ...namedIn(shown, /`([^`]+\.test\.ts)` "([^"]+)"/g).flatMap(([path, name]) => {
      const text = read(path!);
      if (text === null) return [`${rule} is said to be shown by ${path}, which is not there`];
      return names(text).has(name!) ? [] : [`${rule} is said to be shown by "${name}", which is no test of ${path}`];
    }),
    ...(shown === null || namedIn(shown, /`([^`]+\.test\.ts)` "([^"]+)"/g).length > 0
      ? []
      : [`${rule} names no test in "Shown by"`]),
  ];
}

function lineOf(section: string, name: string): string | null {
  return new RegExp(`^- \\*\\*${name}\\*\\*: (.+)$`, 'm').exec(section)?.[1] ?? null;
}

function namedIn(line: string | null, pattern: RegExp): string[][] {
  return [...(line ?? '').matchAll(pattern)].map((found) => found.slice(1));
}

/** The names of tests, and of groups of them, as a file writes them. */
function names(text: string): Set<string> {
  return new Set([...text.matchAll(/\(\s*'([^']+)',/g)].map(([, name]) => name!));
}
