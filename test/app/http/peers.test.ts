import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFromNear, isNear } from '../../../src/app/http/peers.ts';

test.each([
  '127.0.0.1',
  '127.255.255.255',
  '10.0.0.0',
  '10.255.255.255',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.169.254',
  '::1',
  'fc00::1',
  'fdff:ffff::1',
  'fe80::1',
  'fe80::1%eth0',
  '::ffff:127.0.0.1',
  '::ffff:10.1.2.3',
  '::ffff:a01:203',
])('%s is near', (address) => expect(isNear(address)).toBe(true));

test.each([
  '126.255.255.255',
  '128.0.0.1',
  '11.0.0.1',
  '172.15.255.255',
  '172.32.0.1',
  '192.169.0.1',
  '169.253.0.1',
  '8.8.8.8',
  '0.0.0.0',
  '::',
  '::2',
  '2001:db8::1',
  'fbff::1',
  'fe00::1',
  'fec0::1',
  '::ffff:8.8.8.8',
  '10.0.0.1.example.com',
  '10.0.0',
  '0x7f.1',
  'localhost',
  '',
])('%j is not', (address) => expect(isNear(address)).toBe(false));

test('whatever proxies say, a request comes no nearer than its socket', () => {
  const header = fc.constantFrom('x-forwarded-for', 'x-real-ip', 'forwarded', 'cf-connecting-ip', 'true-client-ip');
  const value = fc.stringMatching(/^[!-~][ -~]{0,40}$/);
  fc.assert(
    fc.property(header, value, (name, said) => {
      expect(isFromNear('203.0.113.7', new Headers({ [name]: said }))).toBe(false);
      expect(isFromNear(undefined, new Headers({ [name]: said }))).toBe(false);
    }),
  );
});

test('of a list of any length one stranger is enough', () => {
  const near = fc.constantFrom('10.0.0.1', '127.0.0.1', 'fd00::1', '[fe80::1]:80', '192.168.0.1:9000');
  fc.assert(
    fc.property(fc.array(near), fc.array(near), (before, after) => {
      const names = [...before, '203.0.113.7', ...after];
      expect(isFromNear('10.0.0.9', new Headers({ 'x-forwarded-for': names.join(', ') }))).toBe(false);
      const forwarded = names.map((one) => `proto=https;for="${one}"`).join(', ');
      expect(isFromNear('10.0.0.9', new Headers({ forwarded }))).toBe(false);
      expect(isFromNear('10.0.0.9', new Headers({ 'x-forwarded-for': before.join(',') || '::1' }))).toBe(true);
    }),
  );
});
