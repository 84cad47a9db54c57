import 'reflect-metadata';
import { getMetadataStorage as validations } from 'class-validator';
import { getMetadataStorage } from 'type-graphql';
import { schemaText } from '../../src/tools/print-schema';

/** The fields of inputs that hold other inputs, as `Input.field`, with whether the rules of these are asked, too. */
function heldInputs(): Map<string, boolean> {
  const { inputTypes } = getMetadataStorage();
  const targets = new Set<unknown>(inputTypes.map(({ target }) => target));
  const held = inputTypes.flatMap(({ target, name, fields = [] }) =>
    fields
      .filter(({ getType }) => targets.has(getType()))
      .map((field) => {
        const rules = validations().getTargetValidationMetadatas(target, '', false, false);
        const isAsked = rules.some(
          ({ type, propertyName }) => type === 'nestedValidation' && propertyName === field.name,
        );
        return [`${name}.${field.name}`, isAsked] as const;
      }),
  );
  return new Map(held);
}

test('the rules of an input within an input are asked, too', async () => {
  await schemaText();
  const held = heldInputs();
  expect(held.size).toBeGreaterThan(8);
  expect([...held].filter(([, isAsked]) => !isAsked).map(([field]) => field)).toEqual([]);
});
