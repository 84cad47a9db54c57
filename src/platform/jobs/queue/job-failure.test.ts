import { refuse } from '../../lib/domain-error';
import { JobFailure, jobFailureOf } from './job-failure';

test.each([
  [{ code: 'ECONNREFUSED' }, JobFailure.DATABASE_UNREACHABLE],
  [{ code: '57P01' }, JobFailure.DATABASE_UNREACHABLE],
  [{ code: '40001' }, JobFailure.DATABASE_BUSY],
  [{ code: '57014' }, JobFailure.DATABASE_BUSY],
  [{ code: '23505' }, JobFailure.DATABASE_REFUSED],
  [refuse('CONFLICT', ['input'], 'không', 'no'), JobFailure.REFUSED],
  [new Error('select secret from account'), JobFailure.UNEXPECTED],
  [null, JobFailure.UNEXPECTED],
])('what an operator does about %j decides what it is called', (error, failure) => {
  expect(jobFailureOf(error)).toBe(failure);
});
