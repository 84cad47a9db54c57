import type { IncomingMessage } from 'node:http';
import { clientAddress } from './client-address';

function requestFrom(remoteAddress: string, forwarded?: string | string[]): IncomingMessage {
  return { socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } } as unknown as IncomingMessage;
}

test('without a proxy nobody is believed who says where he comes from', () => {
  expect(clientAddress(requestFrom('10.0.0.9', '203.0.113.7'), 0)).toBe('10.0.0.9');
});

test('behind one proxy it is what the proxy wrote last', () => {
  expect(clientAddress(requestFrom('10.0.0.1', '203.0.113.7'), 1)).toBe('203.0.113.7');
  expect(clientAddress(requestFrom('10.0.0.1', '1.1.1.1, 203.0.113.7'), 1)).toBe('203.0.113.7');
  expect(clientAddress(requestFrom('10.0.0.1', ['1.1.1.1', '203.0.113.7']), 1)).toBe('203.0.113.7');
});

test('behind two proxies it is what the outer one wrote', () => {
  expect(clientAddress(requestFrom('10.0.0.1', '1.1.1.1, 203.0.113.7, 10.0.0.2'), 2)).toBe('203.0.113.7');
});

test('who comes past the proxies is known by the connection', () => {
  expect(clientAddress(requestFrom('10.0.0.9'), 1)).toBe('10.0.0.9');
  expect(clientAddress(requestFrom('10.0.0.9', ''), 1)).toBe('10.0.0.9');
  expect(clientAddress(requestFrom('10.0.0.9', '203.0.113.7'), 2)).toBe('10.0.0.9');
});
