import { RequestFailed } from '../graphql/request-failed';
import { fromUserErrors, messageOf } from './field-error';

describe('a refusal by the server', () => {
  it('stands beside the field that its path names', () => {
    const [error] = fromUserErrors([
      { message: 'Thiếu lý do', code: 'LATENESS_REASON_REQUIRED', path: ['input', 'latenessReason'] },
    ]);
    expect(error).toEqual({ field: 'latenessReason', message: 'Thiếu lý do', code: 'LATENESS_REASON_REQUIRED' });
  });

  it('stands in the summary alone when it concerns no field', () => {
    expect(fromUserErrors([{ message: 'Kỳ đã khóa', code: 'CLOSED', path: [] }])[0]?.field).toBeNull();
    expect(fromUserErrors([{ message: 'Kỳ đã khóa', code: 'CLOSED', path: ['input'] }])[0]?.field).toBeNull();
  });
});

describe('a request that brought nothing', () => {
  it('is told in the server’s words if it answered, else in ours', () => {
    expect(messageOf(new RequestFailed('refused', 'Quá nhiều yêu cầu'), 'Chưa nối được')).toBe('Quá nhiều yêu cầu');
    expect(messageOf(new RequestFailed('network', 'fetch failed'), 'Chưa nối được')).toBe('Chưa nối được');
  });
});
