import { LRUCache } from 'lru-cache';
import type { ValidOperation } from './validate-operation';

const LONGEST_TEXTS = 8_000_000;

/** Operations that were found valid and within the limits, by their text: what was parsed and checked once is not checked again, on whichever transport it comes. */
export class Documents {
  private readonly operations = new LRUCache<string, ValidOperation>({
    maxSize: LONGEST_TEXTS,
    sizeCalculation: (_operation, key) => key.length,
  });

  /** The operation of a text and a name; undefined for one that was not checked yet. */
  get(text: string, operationName: string | null | undefined): ValidOperation | undefined {
    return this.operations.get(keyOf(text, operationName));
  }

  /** Notes an operation as checked. */
  add(text: string, operationName: string | null | undefined, operation: ValidOperation): void {
    this.operations.set(keyOf(text, operationName), operation);
  }
}

function keyOf(text: string, operationName: string | null | undefined): string {
  return `${operationName ?? ''}\n${text}`;
}
