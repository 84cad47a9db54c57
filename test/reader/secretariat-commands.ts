import type { Chance } from '../migrations/chance';
import type { ApiClient } from '../support/api-client';
import type { DatabaseView } from '../support/database-view';
import { mutate } from '../support/payload';

type Input = Record<string, unknown>;

const UNITS = ['so-tttt', 'so-xd', 'so-gtvt', 'so-vhtt', 'so-yt'];

/** Statements that give the ids of what commands are sent for, in an order that is the same in every database. */
const ROWS = {
  document: `select 'do_' || id as id from document where code like 'ngau-nhien-%' order by code`,
  opinion: `select 'co_' || co.id as id from consultation co join document d on d.id = co.document_id join unit u on u.id = co.unit_id
    where co.opinion is not null and d.code like 'ngau-nhien-%' order by d.code, co.round, u.code`,
  item: `select 'wi_' || id as id from work_item order by code`,
  resource: `select 're_' || r.id as id from resource r join work_item w on w.id = r.work_item_id order by w.code, r.stated_on, r.kind, r.amount`,
  deliverable: `select 'dl_' || d.id as id from deliverable d join work_item w on w.id = d.work_item_id order by w.code, d.number`,
  trace: `select 'tc_' || c.id as id from trace c join work_item w on w.id = c.work_item_id order by w.code, c.traced_on, c.id`,
  target: `select 'ta_' || t.id as id from target t join programme p on p.id = t.programme_id order by p.number, t.number`,
  member: `select 'cm_' || m.id as id from committee_membership m join steering_committee c on c.id = m.committee_id
    join programme p on p.id = c.programme_id order by p.number, m.rank, m.office`,
  measurement: `select 'me_' || m.id as id from measurement m join indicator i on i.id = m.indicator_id
    where m.state = 'ACCEPTED' and m.superseded_at is null order by i.code, m.ends_on, m.recorded_at`,
} as const;

/** What the secretariat may do with papers, opinions, means, charges, targets and figures: one command after the other, as chance has it. */
export class SecretariatCommands {
  /** The mutations that were done. */
  readonly done = new Set<string>();
  private made = 0;

  /** `series` tells its papers from those of others. */
  constructor(
    private readonly client: ApiClient,
    private readonly view: DatabaseView,
    private readonly series: number,
  ) {}

  /** Sends one command, of whichever kind or of this one; gives whether it was done. Some are refused, as in life. */
  async one(chance: Chance, only: string | null = null): Promise<boolean> {
    this.made += 1;
    const [mutation, input] = await this.choose(chance, only);
    const isDone = (await mutate(this.client, mutation, input)).userErrors.length === 0;
    if (isDone) this.done.add(mutation);
    return isDone;
  }

  private async choose(chance: Chance, only: string | null): Promise<[mutation: string, input: Input]> {
    const some = (of: keyof typeof ROWS) => this.some(of, chance);
    const charge = async () => ({ membershipId: await some('member'), targetIds: [await some('target')] });
    const oversight = async () => ({ membershipId: await some('member'), workItemIds: [await some('item')] });
    const commands: readonly (readonly [string, () => Promise<Input> | Input])[] = [
      ['draftDocument', () => this.draft(chance)],
      ['reviseDocument', async () => ({ ...(await this.paper(chance)), note: 'Sửa.', title: `Bản ${this.made}` })],
      [
        'sendForOpinions',
        async () => ({ ...(await this.paper(chance)), unitCodes: [chance.pick(UNITS)], dueOn: '2023-11-20' }),
      ],
      ['sendForOpinions', async () => ({ ...(await this.paper(chance)), unitCodes: UNITS, dueOn: '2023-11-25' })],
      [
        'recordOpinion',
        async () => ({
          ...(await this.paper(chance)),
          unitCode: chance.pick(UNITS),
          opinion: chance.pick(['AGREED', 'DISAGREED']),
          text: 'Góp ý.',
        }),
      ],
      [
        'answerOpinion',
        async () => ({
          consultationId: await some('opinion'),
          verdict: chance.pick(['TAKEN_IN', 'NOT_TAKEN_IN']),
          reason: 'Vì.',
        }),
      ],
      ['finaliseDocument', async () => ({ ...(await this.paper(chance)), withoutOpinionsReason: 'Gấp.' })],
      ['submitDocument', () => this.paper(chance)],
      ['approveDocument', async () => ({ ...(await this.paper(chance)), level: 'UNIT' })],
      ['returnDocument', async () => ({ ...(await this.paper(chance)), reason: 'Thiếu.' })],
      [
        'issueDocument',
        async () => ({
          ...(await this.paper(chance)),
          number: `${this.series}-${this.made}/KH`,
          issuedOn: '2023-11-14',
        }),
      ],
      ['withdrawDocument', async () => ({ ...(await this.paper(chance)), reason: 'Thôi.' })],
      [
        'addResource',
        async () => ({
          workItemId: await some('item'),
          kind: 'FUNDS',
          amount: `${chance.below(900) + 1}`,
          currency: 'VND',
        }),
      ],
      [
        'decideResource',
        async () => ({ resourceId: await some('resource'), state: chance.pick(['APPROVED', 'REFUSED']), note: 'Xét.' }),
      ],
      [
        'addDeliverable',
        async () => ({ workItemId: await some('item'), title: `Sản phẩm ${this.made}`, dueOn: '2023-12-31' }),
      ],
      ['acceptDeliverable', async () => ({ deliverableId: await some('deliverable'), evidence: 'Biên bản.' })],
      ['traceWorkItem', async () => ({ workItemId: await some('item'), targetId: await some('target') })],
      ['removeTrace', async () => ({ traceId: await some('trace'), reason: 'Nhầm.' })],
      ['assignMember', charge],
      ['endMemberAssignment', charge],
      ['assignOversight', oversight],
      ['endOversight', oversight],
      ['correctTarget', async () => ({ ...this.stated(chance), targetId: await some('target') })],
      [
        'correctMeasurement',
        async () => ({
          measurementId: await some('measurement'),
          value: chance.below(40),
          reason: 'Nhầm.',
          source: 'x',
        }),
      ],
    ];
    const [mutation, input] = chance.pick(commands.filter(([name]) => only === null || name === only));
    return [mutation, await input()];
  }

  private async paper(chance: Chance): Promise<Input> {
    return { documentId: await this.some('document', chance) };
  }

  private draft(chance: Chance): Input {
    return {
      code: `ngau-nhien-${this.series}-${this.made}`,
      kind: 'REPORT',
      title: `Báo cáo ${this.made}`,
      approvalLevel: 'UNIT',
      draftingUnitCode: chance.pick(UNITS),
    };
  }

  private stated(chance: Chance): Input {
    return {
      name: `Chỉ tiêu ${this.made}`,
      nameEn: 'Target',
      shortName: `Chỉ tiêu ${this.made}`,
      shortNameEn: 'Target',
      comparator: chance.pick(['GTE', 'LTE']),
      value: chance.below(100),
      wording: 'x',
      dueOn: '2025-12-31',
      source: 'x',
      reason: 'Đính chính.',
    };
  }

  /** The id of some row; of none where there is none, which the server refuses. */
  private async some(of: keyof typeof ROWS, chance: Chance): Promise<string> {
    const ids = (await this.view.rows<{ id: string }>(ROWS[of])).map(({ id }) => id);
    return ids.length === 0 ? 'none' : chance.pick(ids);
  }
}
