import { tell } from './tell';

describe('a listener', () => {
  it('is told what there is to tell, if there is one', () => {
    const listener = jest.fn();
    tell(listener, 'một', 2);
    expect(listener).toHaveBeenCalledWith('một', 2);
    expect(() => tell(undefined)).not.toThrow();
  });

  it('that throws stops nobody, and its error is its host’s', () => {
    jest.useFakeTimers();
    try {
      expect(() =>
        tell(() => {
          throw new Error('lỗi của trang');
        }),
      ).not.toThrow();
      expect(() => jest.runAllTimers()).toThrow('lỗi của trang');
    } finally {
      jest.useRealTimers();
    }
  });
});
