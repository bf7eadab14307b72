import { expect, test } from 'vitest';
import { imported, unreadable } from '../support/interchange.ts';

const TEXT = '용어,뜻\r\n차,음료\r\n똠방각하,“옛말”\r\n';
/** 차,음료 … as a Korean Excel saves CSV: CP949, in which 똠 is no letter of KS X 1001. */
const CP949 = Buffer.from('bfebbeee2cb6e60d0ac2f72cc0bdb7e10d0a8c63b9e6b0a2c7cf2ca1b0bfbeb8bba1b10d0a', 'hex');

const wide = (text: string, mark: boolean): Buffer => Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${TEXT}`)],
  ['UTF-16, little end first', wide(TEXT, true)],
  ['UTF-16, big end first', wide(TEXT, true).swap16()],
  ['CP949', CP949],
  ['a Mac of old: CR', Buffer.from(TEXT.replaceAll('\r\n', '\r'))],
  ['decomposed, as a Mac has names', Buffer.from(TEXT.normalize('NFD'))],
])('%s is read', async (_, data) => {
  const { content, lost } = await imported('a.csv', data);
  expect(content.terms.map(({ title, definition }) => [title.ko, definition.ko])).toEqual([
    ['차', '음료'],
    ['똠방각하', '“옛말”'],
  ]);
  expect(lost).toEqual([]);
});

test('Excel’s Unicode text: UTF-16 with tabs; UTF-16 without its mark', async () => {
  for (const mark of [true, false]) {
    const { content } = await imported('a.txt', wide('Term\tDefinition\r\nTea\t"A ""hot"" drink"\r\n', mark));
    expect(content.terms.map(({ title, definition }) => [title.en, definition.en])).toEqual([['Tea', 'A "hot" drink']]);
  }
});

test.each([
  ['what is in no encoding', Buffer.from([0x41, 0xe9, 0x20, 0xff, 0xff, 0x2c, 0x42])],
  ['half a letter of UTF-16', wide('a,b\n', true).subarray(0, 5)],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['zeros', Buffer.alloc(100)],
])('%s is unreadable', async (_, data) => {
  expect(await unreadable('a.csv', data)).toMatch(/UTF-8/);
});

test.each([
  ['', /empty/],
  [' \n\n', /empty/],
  ['just some words\nand more of them\n', /cannot tell/],
])('%j is nothing that is known', async (text, why) => {
  expect(await unreadable('a.txt', text)).toMatch(why);
});
