import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly engines?: { readonly node?: string };
}

const { packages } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, Locked>>;
};

/** Whether what is imported by a name at a path of the tree is locked: there or in a folder above. */
function isLocked(path: string, name: string): boolean {
  if (`${path}/node_modules/${name}`.replace(/^\//, '') in packages) return true;
  return path !== '' && isLocked(path.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, ''), name);
}

/** Whether a range (`^18.14.0 || >=20`) takes the oldest Node that the program runs on, 20.19. */
function takesNode20(range: string): boolean {
  return range.split('||').some((alternative) => {
    const [, open, major, minor] = /^\s*(>=)?[\s^]*(\d+)(?:\.(\d+))?/.exec(alternative)!;
    const isOn20 = Number(major) === 20 && Number(minor ?? 0) <= 19;
    return isOn20 || (open !== undefined && Number(major) < 20);
  });
}

test.each([
  ['>=20.19', true],
  ['>= 18.x', true],
  ['18 || 20 || >=22', true],
  ['^20.12||^22||>=24', true],
  ['>= 22.x', false],
  ['>=20.20', false],
  ['^18 || ^22.13.0', false],
])('a package for Node %s is taken on Node 20.19: %s', (range, isTaken) => {
  expect(takesNode20(range)).toBe(isTaken);
});

test('every locked package runs on the oldest Node that the program runs on, or npm warns of it', () => {
  const others = Object.entries(packages).filter(([, { engines }]) => !takesNode20(engines?.node ?? '20'));
  expect(others.map(([path, { engines }]) => [path, engines?.node])).toEqual([]);
});

test('the lockfile has every platform’s packages, or npm ci refuses it on all of them', () => {
  // npm install leaves out what a registry does not offer at the moment: take such entries back from the history
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
  );
  expect(missing).toEqual([]);
});

test('the lockfile names no host: npm asks the registry that the machine has', () => {
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});
