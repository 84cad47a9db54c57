import {
  type GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
} from 'graphql';
import type { Language, Localised } from '../lib/localised';
import { nearest } from './nearest-names';
import { WAYS_OF_WRITING } from './ways-of-writing';

/** For whom a message is: strangers learn nothing of the schema from it. */
export interface Reader {
  readonly language: Language;
  readonly isKnown: boolean;
}

/** A kind of what graphql-js refuses: how its sentence begins, and what is said instead. `parts` are the names that the sentence quotes. */
interface Kind {
  readonly form: RegExp;
  readonly says: (parts: readonly string[], hint: (wanted: Hint) => Localised) => Localised;
}

/** What may be added for who is signed in. */
type Hint =
  | { readonly of: 'fields' | 'inputFields' | 'values' | 'form'; readonly type: string; readonly given?: string }
  | { readonly of: 'types'; readonly given: string }
  | { readonly of: 'arguments'; readonly type: string; readonly field: string; readonly given: string };

const KINDS: readonly Kind[] = [
  {
    form: /Cannot query field "(.+?)" on type "(.+?)"/,
    says: ([field, type], hint) =>
      join(
        { vi: `Kiểu ${type} không có trường “${field}”.`, en: `The type ${type} has no field “${field}”.` },
        hint({ of: 'fields', type: type!, given: field! }),
      ),
  },
  {
    form: /Unknown argument "(.+?)" on field "(.+?)\.(.+?)"/,
    says: ([argument, type, field], hint) =>
      join(
        {
          vi: `Trường ${type}.${field} không có tham số “${argument}”.`,
          en: `The field ${type}.${field} takes no argument “${argument}”.`,
        },
        hint({ of: 'arguments', type: type!, field: field!, given: argument! }),
      ),
  },
  {
    form: /Field "(.+?)" is not defined by type "(.+?)"/,
    says: ([field, type], hint) =>
      join(
        {
          vi: `Đầu vào ${type} không có mục “${field}”.`,
          en: `The input ${type} has no entry “${field}”.`,
        },
        hint({ of: 'inputFields', type: type!, given: field! }),
      ),
  },
  {
    form: /Value "(.+?)" does not exist in "(.+?)" enum/,
    says: ([value, type], hint) =>
      join(
        { vi: `“${value}” không phải là giá trị của ${type}.`, en: `“${value}” is no value of ${type}.` },
        hint({ of: 'values', type: type!, given: value! }),
      ),
  },
  {
    form: /Enum "(.+?)" cannot represent non-(?:enum|string) value: "?(.*?)"?\./,
    says: ([type, value], hint) =>
      join(
        {
          vi: `${type} không nhận giá trị ${value}; trong câu truy vấn hãy viết tên giá trị không có ngoặc kép, trong biến là chuỗi.`,
          en: `${type} does not take ${value}; write the value's name without quotes in the query, as a string in variables.`,
        },
        hint({ of: 'values', type: type!, given: value! }),
      ),
  },
  {
    form: /Unknown type "(.+?)"/,
    says: ([type], hint) =>
      join({ vi: `Không có kiểu “${type}”.`, en: `There is no type “${type}”.` }, hint({ of: 'types', given: type! })),
  },
  {
    form: /Field "(.+?)" of type "(.+?)" must have a selection of subfields/,
    says: ([field, type], hint) =>
      join(
        {
          vi: `Trường “${field}” (kiểu ${type}) cần chọn trường con: ${field} { … }.`,
          en: `The field “${field}” (type ${type}) needs fields of its own: ${field} { … }.`,
        },
        hint({ of: 'fields', type: type! }),
      ),
  },
  {
    form: /Field "(.+?)" must not have a selection since type "(.+?)" has no subfields/,
    says: ([field, type]) => ({
      vi: `Trường “${field}” (kiểu ${type}) không có trường con. Hãy bỏ phần { … }.`,
      en: `The field “${field}” (type ${type}) has no fields of its own. Leave out { … }.`,
    }),
  },
  {
    form: /Field "(.+?)" argument "(.+?)" of type "(.+?)" is required/,
    says: ([field, argument, type]) => ({
      vi: `Trường “${field}” cần tham số “${argument}” (kiểu ${type}).`,
      en: `The field “${field}” needs the argument “${argument}” (type ${type}).`,
    }),
  },
  {
    form: /Field "?(.+?)"? of required type "(.+?)" was not provided/,
    says: ([field, type]) => ({
      vi: `Thiếu mục bắt buộc “${field}” (kiểu ${type}).`,
      en: `The entry “${field}” (type ${type}) is required.`,
    }),
  },
  {
    form: /Variable "(\$.+?)" of (?:required type|non-null type) "(.+?)"/,
    says: ([variable, type]) => ({
      vi: `Biến ${variable} (kiểu ${type}) là bắt buộc. Hãy gửi giá trị trong variables.`,
      en: `The variable ${variable} (type ${type}) is required. Send a value in variables.`,
    }),
  },
  {
    form: /Variable "(\$.+?)" of type "(.+?)" used in position expecting type "(.+?)"/,
    says: ([variable, type, wanted]) => ({
      vi: `Biến ${variable} khai báo kiểu ${type}, nhưng ở chỗ dùng cần kiểu ${wanted}. Hãy sửa khai báo.`,
      en: `The variable ${variable} is declared as ${type}, where it is used ${wanted} is wanted. Change its declaration.`,
    }),
  },
  {
    form: /Variable "(\$.+?)" is not defined/,
    says: ([variable]) => ({
      vi: `Biến ${variable} chưa được khai báo ở đầu thao tác.`,
      en: `The variable ${variable} is not declared by the operation.`,
    }),
  },
  {
    form: /Variable "(\$.+?)" is never used/,
    says: ([variable]) => ({
      vi: `Biến ${variable} được khai báo nhưng không dùng. Hãy bỏ khai báo.`,
      en: `The variable ${variable} is declared and never used. Leave it out.`,
    }),
  },
  {
    form: /Unknown fragment "(.+?)"/,
    says: ([name]) => ({ vi: `Không có đoạn (fragment) “${name}”.`, en: `There is no fragment “${name}”.` }),
  },
  {
    form: /Fragment "(.+?)" is never used/,
    says: ([name]) => ({
      vi: `Đoạn (fragment) “${name}” không được dùng. Hãy bỏ đi.`,
      en: `The fragment “${name}” is never used. Leave it out.`,
    }),
  },
  {
    form: /Cannot spread fragment "(.+?)" within itself/,
    says: ([name]) => ({ vi: `Đoạn “${name}” dùng lại chính nó.`, en: `The fragment “${name}” uses itself.` }),
  },
  {
    form: /Fragment "?(.*?)"? ?cannot be spread here as objects of type "(.+?)" can never be of type "(.+?)"/,
    says: ([, type, wanted]) => ({
      vi: `Không dùng được đoạn trên ${wanted} ở đây: chỗ này có kiểu ${type}.`,
      en: `A fragment on ${wanted} cannot stand here, where the type is ${type}.`,
    }),
  },
  {
    form: /Unknown directive "(@.+?)"/,
    says: ([name]) => ({ vi: `Không có chỉ thị ${name}.`, en: `There is no directive ${name}.` }),
  },
  {
    form: /Fields "(.+?)" conflict/,
    says: ([name]) => ({
      vi: `Trường “${name}” được hỏi hai lần theo cách khác nhau. Hãy đặt bí danh (tên khác) cho một trường.`,
      en: `The field “${name}” is asked for twice in different ways. Give one of them an alias.`,
    }),
  },
  {
    form: /Exactly one key must be specified for OneOf type "(.+?)"|OneOf Input Object "(.+?)" must specify exactly one key/,
    says: ([type, other], hint) =>
      join(
        {
          vi: `Đầu vào ${type ?? other} nhận đúng một mục.`,
          en: `The input ${type ?? other} takes exactly one entry.`,
        },
        hint({ of: 'inputFields', type: (type ?? other)! }),
      ),
  },
  {
    form: /An alias has at most (\d+) bytes/,
    says: ([bytes]) => ({
      vi: `Bí danh dài tối đa ${bytes} byte. Hãy đặt tên ngắn hơn.`,
      en: `An alias has at most ${bytes} bytes. Choose a shorter one.`,
    }),
  },
  {
    form: /Name the operation to execute|Must provide operation name|Unknown operation named|anonymous operation must be the only/,
    says: () => ({
      vi: 'Câu truy vấn có nhiều thao tác, hoặc không có thao tác mang tên đã gửi. Hãy gửi đúng `operationName`.',
      en: 'There are several operations, or none of the name that was sent. Send the right `operationName`.',
    }),
  },
  {
    form: /There can be only one (?:argument|variable|fragment|input field|operation) named "(.+?)"/,
    says: ([name]) => ({ vi: `Tên “${name}” được dùng hai lần.`, en: `The name “${name}” is used twice.` }),
  },
  {
    form: /Syntax Error: (?:Expected (.+?), found|Unexpected) (.+?)\.?$/,
    says: ([wanted, found]) => ({
      vi: `Sai cú pháp: gặp ${sign(found!, 'vi')}${wanted === undefined ? '' : `, cần ${sign(wanted, 'vi')}`}.`,
      en: `Syntax: ${sign(found!, 'en')} is unexpected here${wanted === undefined ? '' : `, ${sign(wanted, 'en')} is wanted`}.`,
    }),
  },
  {
    form: /(?:Expected (?:value of )?type "(.+?)"(?:, found (.+?)[.;]|\.)|(.+?) cannot represent (?:a |an )?(?:non[- ][\w ]+|.*?) ?value: (.+?)$)/s,
    says: ([type, found, scalar, value], hint) =>
      join(
        {
          vi: `Giá trị ${found ?? value ?? ''} không hợp với kiểu ${type ?? scalar}.`.replace('  ', ' '),
          en: `The value ${found ?? value ?? ''} does not fit the type ${type ?? scalar}.`.replace('  ', ' '),
        },
        hint({ of: 'form', type: (type ?? scalar)! }),
      ),
  },
  {
    form: /Validation aborted/,
    says: () => ({
      vi: 'Truy vấn có quá nhiều lỗi, hoặc lặp lại quá nhiều trường giống nhau, nên không được xem hết. Hãy bỏ phần lặp, hoặc chia thành vài truy vấn.',
      en: 'The query has too many mistakes, or repeats too many equal fields, to be looked through. Take out what is repeated, or ask in several queries.',
    }),
  },
];

const OTHERWISE: Localised = {
  vi: 'Yêu cầu không đúng lược đồ GraphQL. Hãy xem lại chỗ được chỉ ra và lược đồ tại /schema.graphql.',
  en: 'The request does not fit the GraphQL schema. Look at the place that is named, and at /schema.graphql.',
};

/** What graphql-js refused, as a whole sentence in the reader's language: place, value, field, and for who is signed in what was perhaps meant and what may be. */
export function explainInvalid(error: GraphQLError, schema: GraphQLSchema, reader: Reader): string {
  const place = placeOf(error.message);
  const sentence = error.message.slice(place?.length ?? 0);
  const hint = (wanted: Hint): Localised => (reader.isKnown ? hintOf(schema, wanted) : { vi: '', en: '' });
  let found: Localised | null = null;
  for (const { form, says } of KINDS) {
    const parts = form.exec(place === null ? error.message : sentence);
    if (parts === null) continue;
    found = says(parts.slice(1), hint);
    break;
  }
  const scalar = found === null ? scalarNamed(error.message, schema) : null;
  const own = found ?? (scalar === null ? OTHERWISE : join(unfit(scalar), hint({ of: 'form', type: scalar })));
  const text = own[reader.language];
  return place === null ? text : `${placeWords(place.path, place.value)[reader.language]} ${text}`;
}

interface PlaceOfVariable {
  readonly length: number;
  readonly path: string;
  readonly value: string;
}

/** Where in the variables a value stands: graphql-js says so before it says what is wrong. */
function placeOf(message: string): PlaceOfVariable | null {
  const parts = /^Variable "(\$.+?)" got invalid value (.+?)(?: at "(.+?)")?; /s.exec(message);
  if (parts === null) return null;
  const [all, variable, value, path] = parts;
  return { length: all.length, path: path === undefined ? variable! : `$${path}`, value: shortened(value!) };
}

function placeWords(path: string, value: string): Localised {
  return { vi: `Tại ${path} (giá trị ${value}):`, en: `At ${path} (value ${value}):` };
}

function shortened(value: string): string {
  return value.length <= 60 ? value : `${value.slice(0, 59)}…`;
}

function unfit(type: string): Localised {
  return { vi: `Giá trị không hợp với kiểu ${type}.`, en: `The value does not fit the type ${type}.` };
}

/** The scalar that a message of its own begins with. */
function scalarNamed(message: string, schema: GraphQLSchema): string | null {
  const name = /(?:^|; )(\w+): /.exec(message)?.[1];
  return name !== undefined && isScalarType(schema.getType(name)) ? name : null;
}

function hintOf(schema: GraphQLSchema, wanted: Hint): Localised {
  if (wanted.of === 'types') return meant(wanted.given, Object.keys(schema.getTypeMap()), false);
  const type = schema.getType(wanted.type.replace(/[[\]!]/g, ''));
  if (isEnumType(type)) return meant(wanted.given ?? '', valuesOf(type), true);
  if (wanted.of === 'form') return WAYS_OF_WRITING[type?.name ?? ''] ?? NOTHING;
  if (isInputObjectType(type)) return meant(wanted.given ?? '', Object.keys(type.getFields()), true);
  if (!isObjectType(type) && !isInterfaceType(type)) return NOTHING;
  if (wanted.of === 'arguments') return meant(wanted.given, argumentsOf(type.getFields()[wanted.field]), true);
  return meant(wanted.given ?? '', Object.keys(type.getFields()), wanted.given === undefined);
}

function argumentsOf(field: GraphQLField<unknown, unknown> | undefined): string[] {
  return (field?.args ?? []).map(({ name }) => name);
}

const NOTHING: Localised = { vi: '', en: '' };
const MOST_NAMES = 25;

function valuesOf(type: { getValues: () => readonly { name: string }[] }): string[] {
  return type.getValues().map(({ name }) => name);
}

/** The nearest names, and all that there are where that is wanted. */
function meant(given: string, names: readonly string[], isWhole: boolean): Localised {
  const near = given === '' ? [] : nearest(given, names);
  const all = names.slice(0, MOST_NAMES).join(', ') + (names.length > MOST_NAMES ? ', …' : '');
  const guess =
    near.length === 0 ? NOTHING : { vi: `Có phải ${near.join(', ')}?`, en: `Did you mean ${near.join(', ')}?` };
  if (names.length === 0 || (!isWhole && near.length > 0)) return guess;
  return join(guess, { vi: `Có thể dùng: ${all}.`, en: `There are: ${all}.` });
}

function join(one: Localised, other: Localised): Localised {
  return { vi: `${one.vi} ${other.vi}`.trim(), en: `${one.en} ${other.en}`.trim() };
}

const SIGNS: Readonly<Record<string, Localised>> = {
  '<EOF>': { vi: 'chỗ kết thúc', en: 'the end' },
  Name: { vi: 'một tên', en: 'a name' },
  String: { vi: 'một chuỗi', en: 'a string' },
  Int: { vi: 'một số nguyên', en: 'a whole number' },
};

/** A sign of the language GraphQL, as graphql-js names it. */
function sign(named: string, language: Language): string {
  const [, word, rest] = /^(<EOF>|Name|String|Int)?(.*)$/s.exec(named)!;
  return word === undefined ? (rest ?? '') : `${SIGNS[word]![language]}${rest ?? ''}`;
}
