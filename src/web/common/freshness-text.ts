import type { Freshness } from './derive-freshness';
import { formatTime } from './format';
import type { CommonTexts } from './texts/texts';

/** What is said about how fresh the figures are, at a moment of the programme's clock. */
export function freshnessText(
  freshness: Freshness,
  lastHeartbeatAt: number | null,
  now: number,
  texts: CommonTexts,
): string {
  if (freshness === 'lost') return texts.common.lost(formatTime(lastHeartbeatAt ?? now));
  if (freshness === 'stale') return texts.common.stale(ageText(now - (lastHeartbeatAt ?? now), texts));
  return texts.common.freshness[freshness === 'reconnecting' ? 'reconnecting' : 'live'];
}

/** How old figures are, in the unit that a room grasps: minutes, then hours, then days. */
function ageText(ageMs: number, texts: CommonTexts): string {
  const minutes = Math.floor(ageMs / 60_000);
  if (minutes < 120) return texts.common.minutes(minutes);
  if (minutes < 48 * 60) return texts.common.hours(Math.floor(minutes / 60));
  return texts.common.days(Math.floor(minutes / (24 * 60)));
}
