import { verifyChain } from '../platform/event-log/verify-chain';
import { withDatabase } from './with-database';

/** `npm run log:verify`: walks the whole hash chain; ends with code 1 when an event was edited, removed, moved or cut off. */
void withDatabase(async (database) => {
  const { events, brokenAt, reachesHead, headHash } = await verifyChain(database);
  console.log(`${events} sự kiện / events, đầu chuỗi / head ${headHash}`);
  if (brokenAt !== null)
    console.error(`Chuỗi bị đứt tại vị trí ${brokenAt}. / The chain is broken at position ${brokenAt}.`);
  if (!reachesHead) console.error('Nhật ký bị cắt hoặc thiếu sự kiện. / The log was cut off, or events are missing.');
  if (brokenAt !== null || !reachesHead) process.exitCode = 1;
});
