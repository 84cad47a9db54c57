import { compareCodes } from './compare-codes';

test('codes stand as people count them', () => {
  const codes = ['10', '7b', '1', '12-A10', '7a', '12-A2', '2'];
  expect(codes.sort(compareCodes)).toEqual(['1', '2', '7a', '7b', '10', '12-A2', '12-A10']);
});
