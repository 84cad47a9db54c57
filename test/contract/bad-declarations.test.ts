import { compilePlanted } from './compile-planted';

const IMPORTS = `
  import { documentSteps } from '../documents/public';
  import { defineCommand } from '../platform/commands/declared-command';
  import type { Command } from '../platform/commands/command';
  import { refuse } from '../platform/lib/domain-error';
  import { says } from '../platform/lib/says';
  import { WorkItem } from './items/work-item.entity';
  import { workItemEvent } from './items/work-item.events';
  import { VerifyWorkItemInput } from './items/work-item.inputs';
  export { defineCommand, documentSteps, refuse, says, WorkItem, workItemEvent, VerifyWorkItemInput };
  export type { Command };
`;

/** A command whose declaration has these lines in the place of its own. */
function command(lines: Readonly<Record<string, string | null>>): string {
  const own: Record<string, string | null> = {
    name: `name: 'reviewWorkItem'`,
    description: `description: says('Rà soát đầu việc.', 'Reviews an item.')`,
    input: `input: VerifyWorkItemInput`,
    returns: `returns: { workItem: WorkItem }`,
    rights: `rights: () => undefined`,
    run: `run: (_command: Command, { workItemId }: VerifyWorkItemInput) => Promise.resolve({ workItemId })`,
  };
  const said = Object.values({ ...own, ...lines }).filter((line) => line !== null);
  return `export const reviewWorkItem = defineCommand({ ${said.join(', ')} });`;
}

/** Something that a command does. */
function doing(text: string): string {
  return `export async function decide(command: Command, item: WorkItem): Promise<void> { ${text}; await Promise.resolve(); }`;
}

/** What does not compile, and words of the compiler's sentence that name it. */
const PLANTED: Readonly<Record<string, readonly [source: string, named: RegExp]>> = {
  'a command without rights': [command({ rights: null }), /Property 'rights' is missing/],
  'a command without description': [command({ description: null }), /Property 'description' is missing/],
  'a description in one language': [
    command({ description: `description: 'Reviews an item.'` }),
    /Type 'string' is not assignable to type 'Said'/,
  ],
  'a description that lacks its English': [
    command({ description: `description: says('Rà soát đầu việc.')` }),
    /Expected 2 arguments, but got 1/,
  ],
  'a command that does not give what it returns': [
    command({ run: `run: () => Promise.resolve({})` }),
    /Property 'workItemId' is missing/,
  ],
  'a refusal in one language': [
    doing(`throw refuse('CONFLICT', ['input'], 'Đã duyệt rồi.')`),
    /Expected 4 arguments, but got 3/,
  ],
  'a code of refusals that is none': [
    doing(`throw refuse('FORBIDEN', ['input'], 'Không được.', 'No.')`),
    /"FORBIDEN"' is not assignable to parameter of type 'RefusalCode'/,
  ],
  'a misspelt step': [
    doing(`await command.missing(documentSteps.sumbit, item.id)`),
    /Property 'sumbit' does not exist .+ Did you mean 'submit'/s,
  ],
  'a step by its name': [doing(`await command.missing('Document.submit', item.id)`), /not assignable to .*'Step'/],
  'a misspelt event': [
    doing(
      `command.append(workItemEvent('WORK_ITEM_VERIFYED', item, null, { before: null, health: null, finding: '' }))`,
    ),
    /"WORK_ITEM_VERIFYED"' is not assignable to parameter/,
  ],
  'an event by its name': [
    doing(
      `command.append({ ...workItemEvent('MILESTONES_ADDED', item, null, { milestones: [] }), type: 'MILESTONES_ADED' })`,
    ),
    /Type 'string' is not assignable to type 'EventType'|"MILESTONES_ADED"/,
  ],
  'an event without part of its data': [
    doing(`command.append(workItemEvent('WORK_ITEM_VERIFIED', item, null, { before: null, health: null }))`),
    /Property 'finding' is missing/,
  ],
};

describe('does not compile, by name:', () => {
  const names = Object.keys(PLANTED);
  let told: Readonly<Record<string, string>>;

  beforeAll(() => {
    const sources = names.map((name, index) => [`planted${index}`, `${IMPORTS}\n${PLANTED[name]![0]}`]);
    told = compilePlanted(
      Object.fromEntries([...sources, ['sound', `${IMPORTS}\n${command({})}`]]) as Record<string, string>,
    );
  }, 120_000);

  test('not what is sound', () => {
    expect(told.sound).toBe('');
  });

  test.each(names)('%s', (name) => {
    expect(told[`planted${names.indexOf(name)}`]).toMatch(PLANTED[name]![1]);
  });
});
