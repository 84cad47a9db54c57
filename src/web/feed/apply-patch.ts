import { applyPatch as applyInPlace, type Operation } from 'rfc6902';

/** A patch that does not fit the answer that it was applied to. */
export class PatchError extends Error {
  override readonly name = 'PatchError';
}

/** Names that mean something else to JavaScript: rfc6902 passes over them, and would change another place than the one meant. */
const PASSED_OVER: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

type Container = Record<string, unknown>;

/**
 * The data after a patch (RFC 6902). The data before is not touched: whatever lies on the way to a change is copied, everything else is shared by both.
 * Throws PatchError if the patch does not fit.
 */
export function applyPatch(before: unknown, patch: readonly Operation[]): unknown {
  const root: Container = { data: before };
  const copied = new Set<unknown>([root]);
  for (const operation of patch) {
    const inRoot = withinData(operation);
    copyWayTo(inRoot.path, root, copied);
    if ('from' in inRoot) copyWayTo(inRoot.from, root, copied);
    const [failure] = applyInPlace(root, [inRoot]);
    if (failure != null) throw new PatchError(failure.message);
  }
  return root.data;
}

function withinData(operation: Operation): Operation {
  const path = `/data${operation.path}`;
  return 'from' in operation ? { ...operation, path, from: `/data${operation.from}` } : { ...operation, path };
}

/** Replaces each object and list between the root and the end of a path by a copy, unless it is one already. */
function copyWayTo(path: string, root: Container, copied: Set<unknown>): void {
  const keys = path.split('/').slice(1);
  if (keys.some((key) => PASSED_OVER.has(key))) throw new PatchError(`${path} cannot be followed`);
  let container = root;
  for (const key of keys.slice(0, -1).map(unescape)) {
    const next = container[key];
    if (typeof next !== 'object' || next === null) return;
    if (!copied.has(next)) {
      container[key] = Array.isArray(next) ? [...(next as unknown[])] : { ...next };
      copied.add(container[key]);
    }
    container = container[key] as Container;
  }
}

function unescape(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}
