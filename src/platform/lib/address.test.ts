import fc from 'fast-check';
import { isCitable, isWebAddress, looksLikeAddress } from './address';

describe('what is cited', () => {
  test.each([
    'https://hanoi.gov.vn/van-ban?id=1#muc-2',
    'http://localhost:4000/',
    ' https://xn--h-ni-9ra.vn ',
    'HTTPS://HANOI.GOV.VN',
    'https://[2001:db8::1]/x',
    'Nghị quyết 07-CTr/TU: mục II',
    'Báo cáo số 12: xem https://',
    'hanoi.gov.vn (HNP), 2021-07-23 14:11',
    'Niên giám 2023',
    'https://hanoi.gov.vn/van-ban (trang 3)',
  ])('%j is', (text) => expect(isCitable(text)).toBe(true));

  test.each([
    'https://',
    'https:// hanoi.gov.vn',
    'http:///chi-co-duong-dan',
    'https:/hanoi.gov.vn',
    'https:hanoi.gov.vn',
    'https://%',
    'https://nguoi:matkhau@hanoi.gov.vn',
    'https://hanoi.gov.vn@gia.mao',
    'https:\\\\hanoi.gov.vn',
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java://hanoi.gov.vn',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://hanoi.gov.vn',
    'blob:https://hanoi.gov.vn/x',
  ])('%j is not', (text) => expect([text, isCitable(text)]).toEqual([text, false]));

  test('whatever passes for an address a browser can read, with a host', () => {
    const parts = fc.constantFrom(
      'https',
      'http',
      'javascript',
      ':',
      '/',
      '//',
      '\\',
      '@',
      ' ',
      '%',
      'hanoi.gov.vn',
      '?',
      '#',
      '[',
      '',
    );
    fc.assert(
      fc.property(
        fc.array(parts, { maxLength: 8 }).map((all) => all.join('')),
        (text) => {
          if (!isWebAddress(text)) return;
          expect(looksLikeAddress(text)).toBe(true);
          expect(new URL(text.trim()).host).not.toBe('');
          expect(new URL(text.trim()).protocol).toMatch(/^https?:$/);
        },
      ),
    );
  });
});
