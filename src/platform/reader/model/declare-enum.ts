import { GraphQLEnumType } from 'graphql';
import { registerEnumType } from 'type-graphql';
import type { Language, Localised } from '../../lib/localised';
import { says } from '../../lib/says';

/** What people call a value of an enum, and what that means where the word alone does not say it. */
export interface EnumValue {
  readonly word: Localised;
  readonly explained?: Partial<Localised>;
}

interface EnumDeclaration<Value extends string> {
  readonly name: string;
  readonly description: string;
  readonly values: Readonly<Record<Value, EnumValue>>;
}

const words = new Map<string, ReadonlyMap<string, Localised>>();

/** Declares a GraphQL enum: its values are described by their words, which also label groups. */
export function declareEnum<Value extends string>(
  values: Readonly<Record<string, Value>>,
  declaration: EnumDeclaration<Value>,
): void {
  const { name, description } = declaration;
  registerEnumType(values, { name, description, valuesConfig: described(declaration) });
}

/** An enum of its own, for facts whose type nothing else in the schema leads to. */
export function newEnumType(declaration: EnumDeclaration<string>): GraphQLEnumType {
  const { name, description } = declaration;
  return new GraphQLEnumType({ name, description, values: described(declaration) });
}

/** Descriptions of the values, whose words are kept. */
function described({ name, values }: EnumDeclaration<string>): Record<string, { description: string }> {
  const entries = Object.entries(values);
  words.set(name, new Map(entries.map(([value, { word }]) => [value, word])));
  return Object.fromEntries(entries.map(([value, entry]) => [value, { description: describeValue(entry) }]));
}

/** Whether an enum was declared with words. */
export function hasEnumWords(name: string): boolean {
  return words.has(name);
}

/** The words for the values of an enum; throws for one that was declared otherwise. */
export function enumWordsOf(name: string): ReadonlyMap<string, Localised> {
  const found = words.get(name);
  if (found === undefined) throw new Error(`The enum ${name} has no words for people.`);
  return found;
}

/** The description of a value: its word in both languages, and what that means after a colon. */
export function describeValue(value: EnumValue): string {
  return says(line(value, 'vi'), line(value, 'en'));
}

function line({ word, explained }: EnumValue, language: Language): string {
  const explanation = explained?.[language];
  return explanation === undefined ? `${word[language]}.` : `${word[language]}: ${explanation}`;
}
