import { createHash } from 'node:crypto';
import { lstat, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** One entry of a folder tree, parents before children. */
export interface TreeEntry {
  /** relative to the tree's root */
  readonly path: string;
  readonly kind: 'folder' | 'file' | 'link';
  /** what must be equal for a copy to be complete: the size of a file in bytes, the target of a link */
  readonly mark: string;
  readonly isExecutable: boolean;
}

/** Every entry below `root`, in a stable order. */
export async function listTree(root: string, below = ''): Promise<TreeEntry[]> {
  const names = (await readdir(join(root, below))).sort();
  const entries: TreeEntry[] = [];
  for (const name of names) {
    const entry = await describeEntry(root, join(below, name));
    entries.push(entry);
    if (entry.kind === 'folder') entries.push(...(await listTree(root, entry.path)));
  }
  return entries;
}

/** A short name for the content of a tree: equal for equal paths, sizes and link targets. */
export function hashTree(entries: readonly TreeEntry[]): string {
  const hash = createHash('sha256');
  for (const { path, kind, mark } of entries) hash.update(`${path}\0${kind}\0${mark}\n`);
  return hash.digest('hex').slice(0, 12);
}

async function describeEntry(root: string, path: string): Promise<TreeEntry> {
  const found = await lstat(join(root, path));
  const isExecutable = (found.mode & 0o111) !== 0;
  if (found.isDirectory()) return { path, kind: 'folder', mark: '', isExecutable };
  if (found.isSymbolicLink()) return { path, kind: 'link', mark: await readlink(join(root, path)), isExecutable };
  return { path, kind: 'file', mark: String(found.size), isExecutable };
}
