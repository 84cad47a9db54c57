import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parseValue,
  valueFromAST,
} from 'graphql';
import type { Domain } from '../../src/platform/domain';
import { progress } from '../../src/progress';
import { schemaText } from '../../src/tools/print-schema';
import { work } from '../../src/work';

const SRC = join(__dirname, '..', '..', 'src');
/** Types that the lists of every domain share. */
const OF_LISTS = /^(PageInfo|SortDirection|TimeBucket|GroupKey|Coverage|\w+Comparison|\w+Summary|NumberSummaryOrder)$/;
const MADE = '(Connection|Edge|Filter|Order|Aggregates|Group|GroupField|GroupBy|Having)';

/** Words that say nothing of their own, whatever they describe. */
const EMPTY_EN = words(
  'a an the of to in on for by at with as is are be was it its this that which who whom and or not one each some list lists row rows id ids code opaque input payload what',
);
const EMPTY_VI = words(
  'danh sách mã định danh số của một các những và hoặc là có được này đó cho trong kết quả thông tin',
);
/** Fewer words than this beyond the name's own say nothing that the name does not. */
const LEAST_EN = 3;
const LEAST_VI = 4;

interface Said {
  readonly coordinate: string;
  readonly description: string;
}

function words(text: string): Set<string> {
  return new Set(
    text
      .normalize('NFC')
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
  );
}

/** A word without the endings of number and person, so that `targets` is no news about `target`. */
function stem(word: string): string {
  return word.replace(/(ies|ied|y)$/, 'i').replace(/(ing|ed|es|s|e)$/, '');
}

function freshWords(text: string, known: ReadonlySet<string>, empty: ReadonlySet<string>): string[] {
  const stems = new Set([...known].map(stem));
  return [...words(text)].filter((word) => !empty.has(word) && !known.has(word) && !stems.has(stem(word)));
}

/** The names by which a domain's source calls its types. */
function namesIn(domain: string): string[] {
  const folder = join(SRC, domain);
  const sources = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  return sources.flatMap((text) =>
    [...text.matchAll(/export (?:abstract )?class (\w+)|\bname: '([A-Z]\w+)'/g)].map(
      (found) => (found[1] ?? found[2])!,
    ),
  );
}

/** What the schema says about the types of some domains, of their lists, and about what leads to them from elsewhere. */
function saidOf(schema: GraphQLSchema, domains: readonly Domain[]): Said[] {
  const own = new Set(domains.flatMap(({ name }) => namesIn(name)));
  const rows = domains.flatMap(({ entities }) => entities.map(({ name }) => name));
  const made = new RegExp(`^(${rows.join('|')})(\\w*)${MADE}$`);
  const leadsToUs = (name: string) => own.has(name) || made.test(name);
  const isOurs = (name: string) => leadsToUs(name) || OF_LISTS.test(name);
  const given = new Set(domains.flatMap(({ facts = [] }) => facts.map(({ on, field }) => `${on.name}.${field}`)));
  const foreign = new Set(
    Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !isOurs(type.name))
      .flatMap((type) => Object.values((type as GraphQLObjectType).getFields()))
      .filter((field) => !isOurs(getNamedType(field.type).name))
      .map(({ description }) => description),
  );
  const found = Object.values(schema.getTypeMap()).flatMap((type): Said[] => {
    const ours = isOurs(type.name);
    const under = (parts: readonly { name: string; description?: string | null }[], parent = type.name): Said[] =>
      parts.map(({ name, description }) => ({ coordinate: `${parent}.${name}`, description: description ?? '' }));
    const itself = ours ? [{ coordinate: type.name, description: type.description ?? '' }] : [];
    if (isEnumType(type)) return ours ? [...itself, ...under(type.getValues())] : [];
    if (isInputObjectType(type)) return ours ? [...itself, ...under(Object.values(type.getFields()))] : [];
    if (!isObjectType(type) && !isInterfaceType(type)) return itself;
    const fields = Object.values(type.getFields()).filter(
      (field) => ours || given.has(`${type.name}.${field.name}`) || leadsToUs(getNamedType(field.type).name),
    );
    return [...itself, ...under(fields), ...fields.flatMap((field) => under(field.args, `${type.name}.${field.name}`))];
  });
  // filters, orders and groups repeat what another domain says of a field of its own
  return found.filter(
    ({ coordinate, description }) => !/^\w+(Filter|Order|GroupField)\./.test(coordinate) || !foreign.has(description),
  );
}

/** What a description says that its name does not, too little of it; null when it says enough. */
function complaint({ coordinate, description }: Said, titles: ReadonlyMap<string, string>): string | null {
  const [vi = '', en = ''] = description.split('\n');
  const own = words(coordinate.replaceAll('.', ' '));
  const titled = words([...titles].flatMap(([type, title]) => (coordinate.startsWith(type) ? [title] : [])).join(' '));
  const english = freshWords(en, own, EMPTY_EN);
  const vietnamese = freshWords(vi, titled, EMPTY_VI);
  if (english.length >= LEAST_EN && vietnamese.length >= LEAST_VI) return null;
  return `${coordinate}: "${vi}" "${en}"`;
}

/** What is wrong with what lists say of themselves: none may be without a condition that can be used as it stands. */
function withoutExample(schema: GraphQLSchema, coordinates: ReadonlySet<string>): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
    .filter(({ type, field }) => coordinates.has(`${type.name}.${field.name}`))
    .flatMap(({ type, field }) => {
      const where = field.args.find(({ name }) => name === 'where');
      if (where === undefined) return [];
      const texts = (field.description ?? '').split('\n');
      const usable = texts.filter((text) => {
        const example = new RegExp(`\\b${field.name}\\(where: (\\{.+\\})\\)`).exec(text)?.[1];
        return example !== undefined && valueFromAST(parseValue(example), where.type) !== undefined;
      });
      return usable.length === 2 ? [] : [`${type.name}.${field.name}: "${field.description}"`];
    });
}

const DOMAINS = [progress, work];

describe('of progress and of work', () => {
  test('every description says more than the name does, in both languages', async () => {
    const said = saidOf(buildSchema(await schemaText()), DOMAINS);
    const titles = new Map([
      ['WorkItem', 'đầu việc'],
      ['ProgressReport', 'báo cáo tiến độ'],
      ['ReportingCycle', 'kỳ báo cáo'],
      ['Milestone', 'mốc'],
      ['Resource', 'nguồn lực'],
      ['Deliverable', 'sản phẩm'],
    ]);
    expect(said.length).toBeGreaterThan(500);
    expect(said.map((one) => complaint(one, titles)).filter((found) => found !== null)).toEqual([]);
  });

  test('every list shows a condition that can be used as it stands', async () => {
    const schema = buildSchema(await schemaText());
    const coordinates = new Set(saidOf(schema, DOMAINS).map(({ coordinate }) => coordinate));
    expect(withoutExample(schema, coordinates)).toEqual([]);
  });
});

test('a description that says its name again would be noticed', () => {
  const none = new Map<string, string>();
  const found = (coordinate: string, vi: string, en: string) =>
    complaint({ coordinate, description: `${vi}\n${en}` }, none) !== null;
  expect(found('Query.workItems', 'Danh sách đầu việc.', 'List of work item rows.')).toBe(true);
  expect(found('WorkItem.id', 'Mã định danh.', 'Opaque id.')).toBe(true);
  expect(found('WorkItem.dueOn', 'Hạn hoàn thành.', 'Due date.')).toBe(true);
  expect(found('WorkItem.dueOn', 'Ngày phải hoàn thành; từ hôm sau là quá hạn.', '')).toBe(true);
  const day = 'The last day on time; the item is overdue from the day after.';
  expect(found('WorkItem.dueOn', 'Ngày phải hoàn thành; từ hôm sau là quá hạn.', day)).toBe(false);
});
