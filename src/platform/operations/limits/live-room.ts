import { LIVE_BYTES } from '../../live/held-bytes';
import { RateLimited } from './rate-limited';

const MB = 1024 * 1024;

/** Refuses a subscription, or an answer of one, for which its account has no room. */
export function noRoomForLive(): RateLimited {
  const value = LIVE_BYTES / MB;
  return new RateLimited(
    { limit: 'liveMegabytes', value },
    {
      vi: `Các truy vấn trực tiếp của tài khoản này đang giữ quá nhiều dữ liệu (tối đa ${value} MB). Hãy đóng bớt truy vấn trực tiếp, chọn ít trường hơn, hoặc dùng chung một truy vấn.`,
      en: `The live queries of this account hold too much data (at most ${value} MB). Close some of them, select fewer fields, or let several share one document.`,
    },
  );
}
