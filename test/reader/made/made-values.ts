import { addDays } from '../../../src/platform/lib/calendar-date';
import type { Leaf } from '../reference/shape';
import type { Chooser } from './chooser';
import type { Samples } from './samples';

const ODD_TEXTS = [
  '',
  ' ',
  '%',
  '_',
  '\\',
  "'",
  '"',
  '$1',
  '🏙',
  'đ',
  'Đ',
  'Ơ',
  'ệ',
  'a%',
  '50%',
  "O'Neil",
  'null',
  '\u00a0',
  '\t',
];
const ODD_NUMBERS = [0, -1, 1, 0.1, 33.33, 50, 99.99, 100, 1e15, -2147483648, 2147483647];
const ODD_IDS = ['', 'x', 'un_', 'wi_00000000-0000-0000-0000-000000000000', '1.5', "'", 'un_%'];
const PERIODS = ['2021', '2021-H1', '2021-Q3', '2021-07', '2023-Q4', '2023', '2099-H2'];
const DAY_MS = 86_400_000;

/** Makes values to compare with: most of them from the rows, so that filters find something, some beside them. */
export class MadeValues {
  constructor(
    private readonly samples: Samples,
    private readonly choose: Chooser,
  ) {}

  /** A value that a leaf of this type could have; `object` names the field in which it is a member. */
  like(type: string, leaf: Leaf, object: string | null = null): unknown {
    const values = this.samples.of(type, leaf, object);
    if (values.length > 0 && this.choose.percent(70)) return this.choose.one(values);
    const near = values.length > 0 ? this.choose.one(values) : null;
    return this.beside(leaf, near);
  }

  /** A number near those of a leaf, or a plain one. */
  figure(type: string, leaf: Leaf): number {
    // sums of money are compared as numbers
    const values = this.samples.of(type, leaf, null).map(Number);
    return values.length > 0 && this.choose.percent(60) ? this.choose.one(values) : this.choose.between(0, 200) / 2;
  }

  /** A piece of a text, maybe with other marks and other case. */
  piece(type: string, leaf: Leaf, object: string | null = null): string {
    if (this.choose.percent(25)) return this.choose.one(ODD_TEXTS);
    const text = String(this.like(type, leaf, object));
    const from = this.choose.percent(50) ? 0 : this.choose.between(0, Math.max(0, text.length - 1));
    const piece = text.slice(from, from + this.choose.between(0, 6));
    // half a character is no text
    const whole = piece.isWellFormed() ? piece : '';
    return this.choose.one([whole, whole.toUpperCase(), whole.toLowerCase(), bare(whole), whole.normalize('NFD')]);
  }

  /** The id of any row of whatever type, or something that is none. */
  anyId(): string {
    if (this.choose.percent(8)) return this.choose.one(ODD_IDS);
    const { past } = this.samples;
    const seen = past !== null && this.choose.percent(20) ? past : this.samples.seen;
    const type = this.choose.one(seen.shape.all.filter(({ name }) => seen.world.all(name).length > 0));
    return seen.globalId(this.choose.one(seen.world.all(type.name)));
  }

  /** The value of a property by which one thing is found. */
  ofProperty(type: string, property: string): unknown {
    const leaf = this.samples.seen.shape.leaf(type, property);
    if (leaf === undefined) throw new Error(`${type} is found by ${property}, which is none of its fields.`);
    return this.like(type, leaf);
  }

  private beside(leaf: Leaf, near: unknown): unknown {
    if (leaf.enumValues !== null) return this.choose.one(leaf.enumValues);
    switch (leaf.scalar) {
      case 'Boolean':
        return this.choose.percent(50);
      case 'Int':
        return near === null || this.choose.percent(30)
          ? Math.trunc(this.choose.one(ODD_NUMBERS.filter((value) => value < 2 ** 31)))
          : Number(near) + this.choose.one([-1, 1]);
      case 'Float':
        return near === null || this.choose.percent(30)
          ? this.choose.one(ODD_NUMBERS)
          : Number((Number(near) + this.choose.one([-0.01, 0.01, 1])).toFixed(4));
      case 'BigInt': {
        const amount = BigInt((near ?? 0) as string) + BigInt(this.choose.one([-1, 0, 1, 1_000]));
        return this.choose.percent(70) ? String(amount) : Number(amount % 1_000_000n);
      }
      case 'Date':
        return near === null ? '2023-11-14' : addDays(near as string, this.choose.one([-1, 1]));
      case 'DateTime':
        return this.moment(near === null ? '2023-11-14T01:00:00.000Z' : (near as string));
      case 'Period':
        return this.choose.one(PERIODS);
      case 'ID':
        return this.choose.percent(50) ? this.anyId() : this.choose.one(ODD_IDS);
      case 'Cursor':
        return this.choose.one(['1.1', '0.0', '1.999999']);
      default:
        return this.otherText((near ?? '') as string);
    }
  }

  /** The same moment with another offset, or one beside it. */
  private moment(text: string): string {
    const moment = new Date(text).getTime() + this.choose.one([0, 0, 1, -1, DAY_MS]);
    if (this.choose.percent(50)) return new Date(moment).toISOString();
    return new Date(moment + 7 * 3_600_000).toISOString().replace('Z', '+07:00');
  }

  private otherText(text: string): string {
    return this.choose.one([
      ...ODD_TEXTS,
      text.toUpperCase(),
      text.toLowerCase(),
      bare(text),
      text.normalize('NFD'),
      `${text} `,
      text.slice(0, -1).isWellFormed() ? text.slice(0, -1) : '',
    ]);
  }
}

/** Without marks, as one types who has no Vietnamese keyboard. */
function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D');
}
