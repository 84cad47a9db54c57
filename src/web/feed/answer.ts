import { applyPatch, PatchError } from './apply-patch';
import type { WireError, WireResult } from './wire';

/** The newest answer of a live query. Its data are never changed: the next answer is another object. */
export interface Answer {
  readonly data: unknown;
  readonly errors: readonly WireError[];
  /** Absent from servers that give none. */
  readonly hash: string | null;
  readonly cursor: string | null;
}

/** How a message became an answer; `useless` when it builds on an answer that the client does not have. */
export type Step =
  { readonly kind: 'full' | 'patched' | 'unchanged'; readonly answer: Answer } | { readonly kind: 'useless' };

/** Takes a message in: the answer that the client has from then on. */
export function takeMessage(held: Answer | null, { data, errors = [], extensions = {} }: WireResult): Step {
  const { cursor = null, hash = null, base, patch, unchanged } = extensions;
  if (data !== undefined || errors.length > 0) {
    return { kind: 'full', answer: { data: data ?? null, errors, hash, cursor } };
  }
  if (held?.hash == null) return { kind: 'useless' };
  if (unchanged === true && hash === held.hash) return { kind: 'unchanged', answer: { ...held, cursor } };
  if (patch === undefined || base !== held.hash) return { kind: 'useless' };
  try {
    return { kind: 'patched', answer: { data: applyPatch(held.data, patch), errors: [], hash, cursor } };
  } catch (error) {
    if (error instanceof PatchError) return { kind: 'useless' };
    throw error;
  }
}
