import type { Said } from '../lib/says';
import type { EventAudience } from './event-audience';

/** The type of a value in an event's data, as GraphQL writes it, with `!` and `[…]`; with `?` it is there only where it changed. */
type ValueType =
  | `${'String' | 'Date' | 'Int' | 'Float' | 'Boolean' | 'JSON'}${'!' | '?' | ''}`
  | '[String!]!'
  | '[Int!]!'
  | '[JSON!]!';

type Scalar<Name> = Name extends 'Int' | 'Float'
  ? number
  : Name extends 'Boolean'
    ? boolean
    : Name extends 'JSON'
      ? object
      : string;

type ValueOf<Type> = Type extends `[${infer Item}!]!`
  ? readonly Scalar<Item>[]
  : Type extends `${infer Name}!`
    ? Scalar<Name>
    : Type extends `${infer Name}?`
      ? Scalar<Name>
      : Scalar<Type> | null;

/** What a domain declares of a type of event that it states. */
export interface EventDeclaration {
  /** What has happened, by `says`. */
  readonly description: Said;
  /** Who may read it; several where it depends on the state of what it happened to. */
  readonly audience: readonly EventAudience[];
  /** What its data holds beside what all events on its subject hold. */
  readonly data: Readonly<Record<string, ValueType>>;
  /** Of the form of its data: 1, and one more whenever who reads the old form would misread the new one. */
  readonly version?: number;
}

export type EventDeclarations = Readonly<Record<string, EventDeclaration>>;

declare const declared: unique symbol;

/** The name of a declared type of event: past tense in upper snake case. Only `declareEvents` makes one. */
export type EventType = string & { readonly [declared]: true };

/** What the data of a declared event holds. */
export type DataOf<Declaration extends EventDeclaration> = Values<Declaration['data']>;

type Values<Data> = {
  readonly [field in keyof Data as Data[field] extends `${string}?` ? never : field]: ValueOf<Data[field]>;
} & { readonly [field in keyof Data as Data[field] extends `${string}?` ? field : never]?: ValueOf<Data[field]> };

/** A declared type of event. */
export type DeclaredEvent<Declaration extends EventDeclaration = EventDeclaration> = Declaration & {
  readonly type: EventType;
};

/** Declares types of events by their names; a domain lists them under `events`. */
export function declareEvents<const Declarations extends EventDeclarations>(
  declarations: Declarations,
): { readonly [type in keyof Declarations]: DeclaredEvent<Declarations[type]> } {
  const named = Object.entries(declarations).map(([type, declaration]) => [type, { ...declaration, type }]);
  return Object.fromEntries(named) as { readonly [type in keyof Declarations]: DeclaredEvent<Declarations[type]> };
}
