import { type Access, deriveFreshness } from './derive-freshness';

const heartbeat = Date.parse('2023-11-14T14:29:00+07:00');

function after(seconds: number, access: Access = 'allowed') {
  return deriveFreshness({ lastHeartbeatAt: heartbeat, now: heartbeat + seconds * 1000, hasSnapshot: true, access });
}

describe('figures on a wall', () => {
  it('are live up to 45 s after a heartbeat', () => {
    expect(after(0)).toBe('live');
    expect(after(45)).toBe('live');
  });

  it('only show that they reconnect up to two minutes', () => {
    expect(after(46)).toBe('reconnecting');
    expect(after(120)).toBe('reconnecting');
  });

  it('say that the connection is lost up to a quarter of an hour', () => {
    expect(after(121)).toBe('lost');
    expect(after(900)).toBe('lost');
  });

  it('are stale from then on', () => {
    expect(after(901)).toBe('stale');
    expect(after(48 * 3600)).toBe('stale');
  });

  it('are not shown when there are none', () => {
    expect(deriveFreshness({ lastHeartbeatAt: heartbeat, now: heartbeat, hasSnapshot: false, access: 'allowed' })).toBe(
      'none',
    );
    expect(after(0, 'stranger')).toBe('none');
  });

  it('wait for the first heartbeat before they count as live', () => {
    expect(deriveFreshness({ lastHeartbeatAt: null, now: heartbeat, hasSnapshot: true, access: 'allowed' })).toBe(
      'reconnecting',
    );
  });

  it('disappear when the screen is revoked, however fresh they are', () => {
    expect(after(0, 'revoked')).toBe('revoked');
    expect(after(0, 'expired')).toBe('revoked');
  });

  it('do not go stale because a clock was set back', () => {
    expect(after(-30)).toBe('live');
  });
});
