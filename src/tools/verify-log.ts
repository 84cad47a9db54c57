import { parseArgs } from 'node:util';
import type { Localised } from '../platform/lib/localised';
import { type LogEnd, type LogFault, verifyChain } from '../platform/event-log/verify-chain';
import { withDatabase } from './with-database';

const KEPT = /^(\d{1,15}):([0-9a-f]{64})$/;

const TEXTS: Readonly<Record<LogFault['is'], (place: number) => Localised>> = {
  NO_HEAD: () => ({ vi: 'Không có đầu nhật ký', en: 'The head of the log is gone' }),
  BROKEN: (place) => ({ vi: `Chuỗi bị đứt tại vị trí ${place}`, en: `The chain is broken at position ${place}` }),
  MISSING: (place) => ({
    vi: `Thiếu sự kiện kể từ vị trí ${place}`,
    en: `Events are missing at or after position ${place}`,
  }),
  EPOCH: (place) => ({
    vi: `Sự kiện tại vị trí ${place} thuộc về một lần khôi phục sai thứ tự`,
    en: `The event at position ${place} belongs to an epoch out of order`,
  }),
  OUTSIDE: (place) => ({
    vi: `Có sự kiện nằm ngoài nhật ký, kể từ vị trí ${place}`,
    en: `There are events outside of the log, from position ${place} on`,
  }),
  CUT: (place) => ({ vi: `Nhật ký đã bị cắt từ vị trí ${place}`, en: `The log was cut off at position ${place}` }),
  HEAD: (place) => ({
    vi: `Sự kiện cuối, tại vị trí ${place}, không phải là đầu chuỗi`,
    en: `The last event, at position ${place}, is not the one that the head names`,
  }),
  KEPT_GONE: (place) => ({
    vi: `Nhật ký kết thúc trước vị trí ${place}, là đầu chuỗi đã lưu ở nơi khác`,
    en: `The log ends before position ${place}, a head that was kept elsewhere`,
  }),
  KEPT_DIFFERS: (place) => ({
    vi: `Sự kiện tại vị trí ${place} không phải là sự kiện của đầu chuỗi đã lưu ở nơi khác`,
    en: `The event at position ${place} is not that of the head that was kept elsewhere`,
  }),
};

/**
 * `npm run log:verify [-- --head POSITION:HASH]`: walks the whole hash chain, changes nothing and makes no database.
 * Ends with code 0 only when every event is there as it was written, up to the head; with `--head`, once or more, also
 * what an earlier run printed is still so.
 */
void withDatabase('as it is', async (database) => {
  const { values } = parseArgs({ options: { head: { type: 'string', multiple: true, default: [] } } });
  const { events, head, faults } = await verifyChain(database, values.head.map(parseEnd));
  console.log(`${events} sự kiện / events, đầu chuỗi / head ${head.position}:${head.hash}`);
  for (const { is, position } of faults) {
    const { vi, en } = TEXTS[is](position);
    console.error(`${vi}. / ${en}.`);
  }
  if (faults.length > 0) process.exitCode = 1;
});

function parseEnd(text: string): LogEnd {
  const [, position, hash] = KEPT.exec(text.trim().toLowerCase()) ?? [];
  if (position === undefined || hash === undefined) {
    throw new Error(
      `--head phải là VỊ_TRÍ:MÃ_BĂM như lệnh này đã in ra. / ` +
        `--head must be POSITION:HASH, as this command printed it, not "${text}".`,
    );
  }
  return { position: Number(position), hash };
}
