import { deriveSighting } from './derive-sighting';

const SEEN = '2023-11-14T08:00:00+07:00';
const at = (seconds: number) => Date.parse(SEEN) + seconds * 1_000;

test.each([
  ['was never opened', null, 0, { is: 'never' }],
  ['was noted this moment', SEEN, 0, { is: 'here' }],
  ['missed one note', SEEN, 60, { is: 'here' }],
  ['was noted a little ahead of the page’s time', SEEN, -5, { is: 'here' }],
  ['was not noted for two minutes', SEEN, 120, { is: 'gone', since: SEEN }],
])('a screen that %s', (_name, lastSeenAt, seconds, sighting) => {
  expect(deriveSighting(lastSeenAt, at(seconds))).toEqual(sighting);
});
