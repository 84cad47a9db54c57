import type { DocumentNode } from 'graphql';
import { isNode } from 'graphql/language/ast';
import { SharedCache } from '../lib/shared-cache';
import type { ValidOperation } from './valid-operation';

const LIMIT_BYTES = 48 * 1024 * 1024;
const SHARE_BYTES = 12 * 1024 * 1024;

/** What a node of a parsed document takes, with its place and its tokens: 8 KB of text became 540 KB. */
const NODE_BYTES = 300;

/**
 * Operations that were found valid and within the limits, by their text: what was parsed and checked once is not checked again, on whichever transport it comes. Only what
 * somebody who is signed in asked is kept, on the account's own share.
 */
export class ValidatedOperationCache {
  private readonly operations = new SharedCache<ValidOperation>({
    limitBytes: LIMIT_BYTES,
    shareBytes: SHARE_BYTES,
    bytesOf: ({ document }, key) => key.length * 2 + nodesIn(document) * NODE_BYTES,
  });
  /** The same documents in the main, but each may outlive the other: both count in full. */
  private readonly hashed = new SharedCache<DocumentNode>({
    limitBytes: LIMIT_BYTES,
    shareBytes: SHARE_BYTES,
    bytesOf: (document) => nodesIn(document) * NODE_BYTES + (document.loc?.source.body.length ?? 0) * 2,
  });

  /** The operation of a text and a name; undefined for one that was not checked yet. */
  get(text: string, operationName: string | null | undefined): ValidOperation | undefined {
    return this.operations.get(keyOf(text, operationName));
  }

  /** Notes an operation as checked; a stranger's is not kept. */
  add(
    text: string,
    operationName: string | null | undefined,
    operation: ValidOperation,
    accountId: string | null,
  ): void {
    if (accountId !== null) this.operations.set(keyOf(text, operationName), operation, accountId);
  }

  /** The document of a text's SHA-256, for who looks it up so. */
  ofHash(hash: string): DocumentNode | undefined {
    return this.hashed.get(hash);
  }

  /** Notes a document under its text's SHA-256; a stranger's is not kept. */
  addHash(hash: string, document: DocumentNode, accountId: string | null): void {
    if (accountId !== null) this.hashed.set(hash, document, accountId);
  }

  /** Bytes that the operations hold. */
  get bytes(): number {
    return this.operations.bytes + this.hashed.bytes;
  }
}

function keyOf(text: string, operationName: string | null | undefined): string {
  return `${operationName ?? ''}\n${text}`;
}

function nodesIn(document: object): number {
  const stack: unknown[] = [document];
  let count = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (isNode(next)) count += 1;
    for (const value of Object.values(next as object)) {
      if (isNode(value) || Array.isArray(value)) stack.push(value);
    }
  }
  return count;
}
