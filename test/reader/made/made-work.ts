import { DATES, RowWriter } from './row-writer';

const AMOUNTS = ['1', '1500000000', '9007199254740991', '250000'];

/** Adds what items are done with, hand over and serve: amounts of several currencies, things told in words, every aim. */
export class WorkMaker extends RowWriter {
  async make(items: readonly string[], programmes: readonly string[]): Promise<void> {
    await this.times(30, 'resource', () => ({ work_item_id: this.choose.one(items), ...this.resource() }));
    await this.times(20, 'deliverable', () => {
      const isAccepted = this.choose.percent(50);
      return {
        work_item_id: this.choose.one(items),
        number: this.choose.between(1, 5),
        title: this.name(),
        due_on: this.choose.one(DATES),
        accepted_on: isAccepted ? this.choose.one(DATES) : null,
        evidence: isAccepted ? this.name() : null,
        is_sample: this.choose.percent(50),
      };
    });
    const viewpoints = await this.times(4, 'viewpoint', () => ({
      programme_id: this.choose.one(programmes),
      number: `${this.made}`,
      text: this.name(),
      is_sample: this.choose.percent(50),
      ...this.source(),
    }));
    const aims: readonly (readonly [string, readonly string[]])[] = [
      ['target_id', await this.ids('target')],
      ['objective_id', await this.ids('objective')],
      ['viewpoint_id', viewpoints],
    ];
    await this.times(30, 'trace', () => {
      const [column, ids] = this.choose.one(aims);
      return {
        work_item_id: this.choose.one(items),
        [column]: this.choose.one(ids),
        traced_on: this.choose.one(DATES),
        is_sample: this.choose.percent(50),
      };
    });
  }

  private resource(): Record<string, unknown> {
    const isMoney = this.choose.percent(70);
    return {
      kind: isMoney ? 'FUNDS' : this.choose.one(['PERSONNEL', 'FACILITIES', 'DATA', 'OTHER']),
      description: this.maybe(this.name()),
      amount: isMoney ? this.choose.one(AMOUNTS) : null,
      currency: isMoney ? this.choose.one(['VND', 'VND', 'USD', 'JPY']) : null,
      origin: this.maybe(this.name()),
      state: this.choose.one(['PROPOSED', 'APPROVED', 'ALLOCATED', 'REFUSED']),
      stated_on: this.choose.one(DATES),
      decided_on: this.maybe(this.choose.one(DATES)),
      decision_note: this.maybe(this.name()),
      is_sample: this.choose.percent(50),
    };
  }
}
