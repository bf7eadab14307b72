import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeAddress, parseAddress } from '../../src/store/address.ts';
import { anyText } from '../support/any.ts';

test.each([
  ['class.db', 'class.db'],
  ['./data/수업 1.db', './data/수업 1.db'],
  ['/var/lib/a:b?c#d%20.db', '/var/lib/a:b?c#d%20.db'],
  ['C:\\class.db', 'C:\\class.db'],
  ['file:class.db', 'class.db'],
  ['file:./data/%EC%88%98%EC%97%85.db', './data/수업.db'],
  ['file:/var/lib/class.db', '/var/lib/class.db'],
  ['FILE:///var/lib/a%20b.db', '/var/lib/a b.db'],
])('%s is the file %s', (text, file) => {
  expect(parseAddress(text)).toEqual({ engine: 'sqlite', file });
});

test.each([
  'postgres://localhost',
  'postgresql://kim@[::1]:5433/dosirak?sslmode=verify-full',
  'POSTGRES://kim:p%40s%23@db/dosirak',
  'postgres:///dosirak?host=/var/run/postgresql',
])('%s is PostgreSQL', (url) => {
  expect(parseAddress(url)).toEqual({ engine: 'postgres', url });
});

test.each([
  ...['mysql://db/x', 'sqlite:///x.db', 'http://db', 'postgres:db', 'postgress://db'],
  ...[':memory:', 'file::memory:', 'file:', 'file:x.db?mode=ro', 'file:///x.db#a', 'file:%E3%82', 'file:mysql://db'],
  ...['file://elsewhere/x.db', 'data/', 'file:data/', 'a\0b'],
])('%j is neither, and the line does not repeat it', (text) => {
  expect(parseAddress(text)).toBe("must be a file's path, a file: URL or a postgres:// URL");
});

test.each(['kim:p@ss/word@db', 'kim:12/word@db', 'kim:12?word@db', 'kim:12#word@db', 'kim:a#b@db', 'db:port', '[::1'])(
  'postgres://%s is asked for with its password encoded, and no word of it is shown',
  (rest) => {
    expect(parseAddress(`postgres://${rest}/dosirak`)).toMatch(/^is no URL that can be read; in a password, write \S/);
  },
);

test('an operator is shown the host and the database, and nothing that is secret', () => {
  const show = (text: string): string => {
    const address = parseAddress(text);
    return typeof address === 'string' ? address : describeAddress(address);
  };
  expect(show('postgres://kim:secret@db:5433/dosirak?password=secret')).toBe('postgres://db:5433/dosirak');
  expect(show('postgres:///dosirak?host=/run')).toBe('postgres://localhost/dosirak');
  expect(show('data/x.db')).toBe('data/x.db');
});

test('any password that is encoded can be read, and is never shown', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const password = `s3cret${encodeURIComponent(text.toWellFormed())}`;
      const address = parseAddress(`postgres://kim:${password}@db/dosirak`);
      expect(address).toMatchObject({ engine: 'postgres' });
      expect(typeof address === 'object' && describeAddress(address)).toBe('postgres://db/dosirak');
    }),
  );
});

test('any text is an address or told what it must be', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('', 'file:', 'postgres://', 'postgres://kim:'), (text, scheme) => {
      const address = parseAddress(scheme + text);
      if (typeof address === 'string') expect(address).toMatch(/^(?:must be|is no)/);
      else expect(describeAddress(address)).not.toBe('');
    }),
  );
});
