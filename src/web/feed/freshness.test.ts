import { freshnessOf } from './freshness';

const began = Date.parse('2023-11-14T08:00:00+07:00');
const heard = began + 1_000;

function after(seconds: number, lastHeardAt: number | null = heard, isRefused = false) {
  return freshnessOf({ lastHeardAt, cursor: '1.7' }, isRefused, began, (lastHeardAt ?? began) + seconds * 1_000).state;
}

describe('a feed', () => {
  it('is live up to 45 s after a heartbeat, reconnects up to two minutes, and is lost from then on', () => {
    expect([0, 45, 46, 120, 121, 86_400].map((seconds) => after(seconds))).toEqual([
      'live',
      'live',
      'reconnecting',
      'reconnecting',
      'lost',
      'lost',
    ]);
  });

  it('is not live before the first heartbeat, however short it has waited', () => {
    expect([0, 120, 121].map((seconds) => after(seconds, null))).toEqual(['reconnecting', 'reconnecting', 'lost']);
  });

  it('that the server refused is not fresh at all', () => {
    expect(after(0, heard, true)).toBe('refused');
  });

  it('does not grow old because a clock was set back', () => {
    expect(after(-30)).toBe('live');
  });
});
