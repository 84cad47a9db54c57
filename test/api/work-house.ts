import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectPoints } from '../support/refused';
import type { UserErrorShape } from '../support/report-operations';

/** What a mutation on work answers: what was selected, and what was refused. */
export type Answered = { userErrors: UserErrorShape[]; errors?: readonly { extensions: { code: string } }[] } & Record<
  string,
  unknown
>;

/** A program whose secretariat works on lists of items. */
export class WorkHouse {
  private constructor(
    readonly program: TestProgram,
    readonly view: DatabaseView,
    readonly secretariat: ApiClient,
  ) {}

  static async open(): Promise<WorkHouse> {
    const program = await startTestProgram();
    return new WorkHouse(program, await DatabaseView.open(program.target), await program.as('secretariat'));
  }

  async close(): Promise<void> {
    await this.view.close();
    await this.program.close();
  }

  /** Sends a mutation, as the secretariat unless told otherwise. */
  async send(
    mutation: string,
    input: object,
    { client = this.secretariat, language = 'vi', select = 'workItem { code }' } = {},
  ): Promise<Answered> {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const { data, errors } = await client.ask<{ payload: { userErrors: UserErrorShape[] } } | null>(
      `mutation ($input: ${type}!) { payload: ${mutation}(input: $input) { ${select} userErrors { code path message } } }`,
      { input },
      language,
    );
    return { ...(data?.payload ?? { userErrors: [] }), ...(errors && { errors }) };
  }

  /** Sends it and expects it to be done. */
  async done(mutation: string, input: object, select?: string): Promise<Record<string, unknown>> {
    const payload = await this.send(mutation, input, { ...(select !== undefined && { select }) });
    expect([mutation, payload.errors, payload.userErrors]).toEqual([mutation, undefined, []]);
    return payload;
  }

  /** Expects it to be refused on these points (`CODE path`) in both languages, and nothing to be written. */
  refused(
    mutation: string,
    input: object,
    refused: readonly string[],
    { client = this.secretariat, names }: { client?: ApiClient; names?: readonly [vi: RegExp, en: RegExp] } = {},
  ): Promise<void> {
    return expectPoints(this.view, client, [mutation, input, refused, names]);
  }

  async itemId(code: string): Promise<string> {
    return (await this.view.row<{ id: string }>(`select 'wi_' || id as id from work_item where code = $1`, [code])).id;
  }

  async appendixId(code: string): Promise<string> {
    return (await this.view.row<{ id: string }>(`select 'ap_' || id as id from appendix where code = $1`, [code])).id;
  }

  /** A draft plan of its own with one item on its list that says nothing yet; gives the item's id. */
  async draftItem(code: string): Promise<string> {
    const plan = {
      code: `KH-${code}`,
      kind: 'PLAN',
      title: `Kế hoạch ${code}`,
      programmeCode: '07-CTr/TU',
      approvalLevel: 'UNIT',
      appendices: [{ code: `PL-${code}`, title: 'Danh mục', expectedCount: 1 }],
    };
    await this.done('draftDocument', plan, 'document { id }');
    const row = { number: 1, code, kind: 'TASK', title: `Việc ${code}`, leadUnitCode: 'so-khcn' };
    const rows = [{ ...row, startsOn: '2023-01-01', dueOn: '2023-12-31' }];
    await this.done('addAppendixRows', { appendixId: await this.appendixId(`PL-${code}`), rows }, 'appendix { id }');
    return this.itemId(code);
  }
}
