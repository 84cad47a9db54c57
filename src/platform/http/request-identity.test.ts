import type { IncomingMessage } from 'node:http';
import { bearerToken, isOwnOrigin, tokenOf } from './request-identity';

const ANYWHERE = { publicUrl: null, corsOrigins: [] };
const request = (headers: Record<string, string>) => ({ headers, url: '/graphql' }) as unknown as IncomingMessage;

test.each([
  ['Bearer abc.DEF_-~+/=', 'abc.DEF_-~+/='],
  ['bearer abc', 'abc'],
  ['Bearer', null],
  ['Bearer ', null],
  ['Bearer a b', null],
  ['Basic abc', null],
  [`Bearer ${'a'.repeat(513)}`, null],
  [undefined, null],
  [['Bearer abc'], null],
])('of %j the token is %j', (value, token) => {
  expect(bearerToken(value)).toBe(token);
});

test.each([
  ['none', {}, true],
  ['the own', { origin: 'https://tiendo.example', host: 'tiendo.example' }, true],
  ['the own with a port', { origin: 'http://127.0.0.1:4000', host: '127.0.0.1:4000' }, true],
  ['another port', { origin: 'http://127.0.0.1:4001', host: '127.0.0.1:4000' }, false],
  ['another site', { origin: 'https://evil.example', host: 'tiendo.example' }, false],
  ['a site whose name begins alike', { origin: 'https://tiendo.example.evil', host: 'tiendo.example' }, false],
  ['an opaque one', { origin: 'null', host: 'tiendo.example' }, false],
])('an Origin that is %s counts as own: %j %s', (_name, headers, isOwn) => {
  expect(isOwnOrigin(request(headers), ANYWHERE)).toBe(isOwn);
});

test('the header comes before the cookie, and the cookie counts for own pages alone', () => {
  const cookie = 'a=b; tiendo_session=from-cookie';
  const host = 'tiendo.example';
  expect(tokenOf(request({ host, cookie, authorization: 'Bearer from-header' }), ANYWHERE)).toBe('from-header');
  expect(tokenOf(request({ host, cookie }), ANYWHERE)).toBe('from-cookie');
  expect(tokenOf(request({ host, cookie, origin: 'https://evil.example' }), ANYWHERE)).toBeNull();
  expect(tokenOf(request({ host, cookie: 'tiendo_session=' }), ANYWHERE)).toBeNull();
  expect(tokenOf(request({ host }), ANYWHERE)).toBeNull();
});
