import { operation } from './operation';

describe('an operation', () => {
  it('is known by its name', () => {
    expect(operation('fragment Named on Item { code }\n\nquery One($code: String!) { item { ...Named } }').name).toBe(
      'One',
    );
  });

  it('without a name is refused', () => {
    expect(() => operation('{ items { code } }')).toThrow('no named operation');
  });
});
