import { DATES, RowWriter } from './row-writer';

/** Adds what programmes say of themselves: objectives, what happened, and a committee where there is none. */
export class FrameMaker extends RowWriter {
  async make(programmes: readonly string[]): Promise<void> {
    await this.times(10, 'objective', () => ({
      programme_id: this.choose.one(programmes),
      number: `${this.made}${this.choose.one(['', 'a', 'B', 'đ'])}`,
      text: this.name(),
      ...this.source(),
    }));
    await this.times(14, 'chronicle_entry', () => ({
      programme_id: this.choose.one(programmes),
      happened_on: this.choose.one(DATES),
      kind: this.choose.one(['MADE', 'made', 'Đ', 'e']),
      text: this.name(),
      text_en: this.name(),
      ...this.source(),
    }));
    await this.times(3, 'steering_committee', () => ({
      programme_id: this.choose.one(programmes),
      name: this.name(),
      name_en: this.name(),
      reformed_on: this.choose.some(DATES, this.choose.between(0, 2)).sort(),
    }));
  }
}
