import fc from 'fast-check';
import { redactText, serialiseError } from './redact';

const secret = fc.stringMatching(/^[A-Za-z0-9_-]{16,40}$/);

test.each([
  ['the password of an address', (s: string) => `connect postgresql://tiendo:${s}@db:5432/tiendo failed`],
  ['the key of a bus', (s: string) => `nats://${s}@bus:4222`],
  ['a screen’s link', (s: string) => `GET /screen/open/${s} 303`],
  ['a query in an address', (s: string) => `GET /graphql?query=${s}&variables=${s}`],
  ['a bearer token', (s: string) => `authorization: Bearer ${s}`],
  ['a session’s cookie', (s: string) => `cookie: tiendo_session=${s}; a=b`],
  ['the hash of a password', (s: string) => `$argon2id$v=19$m=19456,t=2,p=1$${s}$${s}`],
])('%s is never told, in plain words and in lines of JSON', (_name, textWith) => {
  fc.assert(
    fc.property(secret, (value) => {
      expect(redactText(textWith(value))).not.toContain(value);
      const line = redactText(JSON.stringify({ msg: textWith(value), b: 1 }));
      expect(line).not.toContain(value);
      expect(JSON.parse(line)).toMatchObject({ b: 1 });
    }),
    { numRuns: 50 },
  );
});

test('of an error only its kind, message, place and what holds no value is told, however deep it lies', () => {
  const hung = {
    parameters: ['bi-mat'],
    query: 'bi-mat',
    detail: 'bi-mat',
    client: { password: 'bi-mat' },
    input: 'bi-mat',
  };
  const driverError = Object.assign(new Error('duplicate key value'), {
    ...hung,
    code: '23505',
    constraint: 'account_email',
  });
  const failed = Object.assign(new Error('duplicate key value'), { ...hung, driverError });
  const told = serialiseError(new AggregateError([failed], 'several', { cause: failed }));
  expect(JSON.stringify(told)).not.toContain('bi-mat');
  expect(told).toMatchObject({
    type: 'AggregateError',
    cause: { type: 'Error', cause: { code: '23505', constraint: 'account_email' } },
    errors: [{ message: 'duplicate key value' }],
  });
});

test('a cause that leads back to its error comes to an end', () => {
  const error: Error & { cause?: unknown } = new Error('round');
  error.cause = error;
  expect(JSON.stringify(serialiseError(error)).match(/round/g)!.length).toBeLessThan(20);
});
