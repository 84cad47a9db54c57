// schema/CHANGELOG.md as data: its text before the sections, what is stated of the coming release, and the released
// sections.
const UNRELEASED = '## Unreleased';
const RELEASE = /^## (\S+) \(\d{4}-\d{2}-\d{2}\)$/;
const REASON = /^- (`.*) Reason: *(.*)$/;
const RELEASES_OF_DEPRECATION = 2;

/** Reads the changelog. `reasons` are those that people gave, by the breaking change. */
export function readChangelog(text) {
  const [before, rest] = split(text, UNRELEASED);
  const lines = rest.split('\n');
  const end = lines.findIndex((line) => line.startsWith('## '));
  const unreleased = end < 0 ? lines : lines.slice(0, end);
  const released = end < 0 ? '' : lines.slice(end).join('\n');
  const reasons = new Map(
    unreleased
      .map((line) => REASON.exec(line))
      .filter(Boolean)
      .map(([, change, reason]) => [change, reason.trim()]),
  );
  return { before, released, reasons, deprecations: deprecationsOf(released) };
}

/** Writes the changelog with the changes of the coming release; each breaking one has a reason or waits for it. */
export function writeChangelog({ before, released, reasons, deprecations }, changes) {
  const sections = [
    section(
      'Breaking',
      changes.breaking.map((change) => {
        const line = breakingLine(change, deprecations);
        return `- ${line} Reason: ${reasonOf(change, reasons.get(line), deprecations)}`.trimEnd();
      }),
    ),
    section(
      'With care',
      changes.careful.map(({ path, message }) => `- \`${path}\`: ${message}.`),
    ),
    section(
      'Deprecated',
      changes.deprecated.map(({ path, reason }) => `- \`${path}\`: ${reason}`),
    ),
    section(
      'Added',
      [...changes.added]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([parent, names]) => {
          const list = names.map((name) => `\`${name}\``).join(', ');
          return parent === '' ? `- ${list}` : `- \`${parent}\`: ${list}`;
        }),
    ),
  ];
  const said = sections.join('') || '\nNothing yet.\n';
  return `${before}${UNRELEASED}\n${said}${released === '' ? '' : `\n${released}`}`;
}

/** The breaking changes that nobody gave a reason for. */
export function withoutReason({ reasons, deprecations }, changes) {
  return changes.breaking.filter(
    (change) => reasonOf(change, reasons.get(breakingLine(change, deprecations)), deprecations) === '',
  );
}

/** How a breaking change is written before its reason. */
export function breakingLine(change, deprecations) {
  const isAbrupt = change.isRemoval && !isExpired(change.path, deprecations);
  return `\`${change.path}\`: ${change.message}${isAbrupt ? ` (not deprecated for ${RELEASES_OF_DEPRECATION} releases)` : ''}.`;
}

/** Makes what is unreleased a release. */
export function release(text, version, date) {
  return text.replace(`${UNRELEASED}\n`, `${UNRELEASED}\n\nNothing yet.\n\n## ${version} (${date})\n`);
}

function reasonOf(change, given, deprecations) {
  if (given) return given;
  const deprecated = deprecations.get(change.path);
  return change.isRemoval && isExpired(change.path, deprecations) ? `deprecated since ${deprecated.version}` : '';
}

function isExpired(path, deprecations) {
  return (deprecations.get(path)?.releases ?? 0) >= RELEASES_OF_DEPRECATION;
}

/** What releases deprecated: by its path the release, and how many there have been with it. */
function deprecationsOf(released) {
  const found = new Map();
  let [version, releases, isHere] = ['', 0, false];
  for (const line of released.split('\n')) {
    const heading = RELEASE.exec(line);
    if (heading !== null) [version, releases, isHere] = [heading[1], releases + 1, false];
    else if (line.startsWith('### ')) isHere = line === '### Deprecated';
    const path = isHere ? /^- `([^`]+)`/.exec(line)?.[1] : undefined;
    if (path !== undefined) found.set(path, { version, releases });
  }
  return found;
}

function section(title, lines) {
  return lines.length === 0 ? '' : `\n### ${title}\n\n${lines.join('\n')}\n`;
}

function split(text, mark) {
  const at = text.indexOf(`${mark}\n`);
  if (at < 0) throw new Error(`schema/CHANGELOG.md has no section "${mark}".`);
  return [text.slice(0, at), text.slice(at + mark.length + 1)];
}
