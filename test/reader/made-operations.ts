import fc from 'fast-check';
import { type GraphQLSchema, parse, print, validate } from 'graphql';
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

const LONGEST_TEXT = 12_000;

/**
 * Valid operations over what the served schema offers, with values taken from the rows. A failure is made smaller by leaving out parts of the
 * operation itself, so what is reported is a short operation and not a short list of choices.
 */
export function madeOperations(seen: Seen, options: MadeOptions): fc.Arbitrary<MadeOperation> {
  return new MadeOperations(seen, options);
}

class MadeOperations extends fc.Arbitrary<MadeOperation> {
  private readonly schema: GraphQLSchema;
  private readonly samples: Samples;

  constructor(
    seen: Seen,
    private readonly options: MadeOptions,
  ) {
    super();
    this.schema = seen.shape.schema;
    this.samples = new Samples(seen);
  }

  override generate(random: fc.Random): fc.Value<MadeOperation> {
    for (;;) {
      const writer = new OperationWriter(this.schema, this.samples, new Chooser(random), this.options);
      const written = writer.write();
      if (this.isValid(written)) return valueOf(written);
    }
  }

  override canShrinkWithoutContext(_value: unknown): _value is MadeOperation {
    return false;
  }

  override shrink(_value: MadeOperation, context: unknown): fc.Stream<fc.Value<MadeOperation>> {
    const simpler = simplerOperations(this.schema, context as WrittenOperation);
    return fc
      .stream(simpler)
      .filter((operation) => this.isValid(operation))
      .map(valueOf);
  }

  /** Fragments on one interface can ask for fields that do not go together, and what is left out can be missed: such texts are not used. */
  private isValid({ document }: WrittenOperation): boolean {
    const text = print(document);
    if (text.length > LONGEST_TEXT) return false;
    try {
      return validate(this.schema, parse(text), undefined, { maxErrors: 1 }).length === 0;
    } catch {
      return false;
    }
  }
}

function valueOf(written: WrittenOperation): fc.Value<MadeOperation> {
  const { document, variables } = written;
  const text = print(document);
  const operation = { text, variables, [fc.toStringMethod]: () => `${text}\nvariables ${JSON.stringify(variables)}` };
  return new fc.Value<MadeOperation>(operation, written);
}
