import fc from 'fast-check';
import { parse, print, validate } from 'graphql';
import { Chooser } from './made/chooser';
import { type MadeOptions, OperationWriter, type WrittenOperation } from './made/operation-writer';
import { Samples } from './made/samples';
import { simplerOperations } from './made/simpler-operations';
import type { Seen } from './reference/seen';

/** An operation as a client sends it. */
export interface MadeOperation {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Longer texts have more tokens than the server takes. */
const LONGEST_TEXT = 12_000;

/**
 * Valid operations over what the served schema offers, with values taken from the rows (`past`: the same rows at an earlier moment, whose ids are named
 * too). A failure is made smaller by leaving out parts of the operation itself, so that what is reported is a short operation and not a short list of choices.
 */
export function madeOperations(
  seen: Seen,
  options: MadeOptions,
  past: Seen | null = null,
): fc.Arbitrary<MadeOperation> {
  return new MadeOperations(new Samples(seen, past), options);
}

class MadeOperations extends fc.Arbitrary<MadeOperation> {
  constructor(
    private readonly samples: Samples,
    private readonly options: MadeOptions,
  ) {
    super();
  }

  override generate(random: fc.Random): fc.Value<MadeOperation> {
    for (;;) {
      const operation = valueOf(new OperationWriter(this.samples, new Chooser(random), this.options).write());
      if (operation.value.text.length <= LONGEST_TEXT) return operation;
    }
  }

  override canShrinkWithoutContext(_value: unknown): _value is MadeOperation {
    return false;
  }

  override shrink(operation: MadeOperation, context: unknown): fc.Stream<fc.Value<MadeOperation>> {
    const simpler = simplerOperations(this.samples.seen.shape.schema, context as WrittenOperation);
    return (
      fc
        .stream(simpler)
        .map(valueOf)
        // always shorter: what is unfolded in several places would grow, and never end
        .filter(({ value }) => sizeOf(value) < sizeOf(operation) && this.isValid(value))
    );
  }

  /** What is left out can be missed: such a text is not used. */
  private isValid({ text }: MadeOperation): boolean {
    try {
      return validate(this.samples.seen.shape.schema, parse(text), undefined, { maxErrors: 1 }).length === 0;
    } catch {
      return false;
    }
  }
}

function sizeOf({ text, variables }: MadeOperation): number {
  return text.length + JSON.stringify(variables).length;
}

function valueOf(written: WrittenOperation): fc.Value<MadeOperation> {
  const { document, variables } = written;
  const text = print(document);
  const operation = { text, variables, [fc.toStringMethod]: () => `${text}\nvariables ${JSON.stringify(variables)}` };
  return new fc.Value<MadeOperation>(operation, written);
}
