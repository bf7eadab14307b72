import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Menus } from '../../../src/core/reply/blocks.ts';
import { boxRoom, joinTyped, splitTyped } from '../../../src/core/reply/controls.ts';
import { LIMITS } from '../../../src/core/reply/limits.ts';
import { beginMenus, menusControls, menusInWords, readPicks } from '../../../src/core/reply/menus.ts';

const options = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }));
const menus = (count: number, picked: readonly string[] = []): Menus => ({
  type: 'menus',
  line: 'drill p q',
  menus: Array.from({ length: count }, (_, i) => ({ label: `왼쪽 ${i + 1}`, options })),
  picked,
});

/** What follows a line's own words. */
const said = (line: string): string => line.slice('drill p q '.length);

test.each([
  ['', ['.', '.', '.']],
  ['...', ['.', '.', '.']],
  ['b..', ['b', '.', '.']],
  ['b..2 a', ['b', 'a', '.']],
  ['b..2a', ['b', 'a', '.']],
  ['ba.1 c', ['c', 'a', '.']],
  ['bac3 a', ['b', 'a', 'a']],
  // A platform that sends no value.
  ['b..2', ['b', '.', '.']],
  ['b..9 a', ['b', '.', '.']],
  // The content has had another number of menus.
  ['ba', ['.', '.', '.']],
  ['bacd', ['.', '.', '.']],
  ['ba.c1 a', ['.', '.', '.']],
])('«%s» has these picked so far: %s', (answer, picked) => {
  expect(readPicks(answer, 3)).toEqual(picked);
});

test.each(['bac', '-', '----', 'b-c', 'BAC', '가', 'b..0a', 'b..2 ab', 'b..2  a'])(
  '«%s» is whole, or nothing of ours',
  (answer) => {
    expect(readPicks(answer, 3)).toBeUndefined();
  },
);

test('pick by pick, in any order and changed at will, what is sent is what was picked last', () => {
  const anyPick = fc.record({ at: fc.nat(4), value: fc.constantFrom('a', 'b', 'c') });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(anyPick, { maxLength: 20 }), (count, presses) => {
      let picked: readonly string[] = readPicks(said(beginMenus(menus(count), 'ko').begin.line), count) ?? [];
      const last = Array<string>(count).fill('.');
      for (const { at, value } of presses) {
        const place = at % count;
        const { line } = menusControls(menus(count, picked), 'ko').menus[place] ?? { line: '' };
        expect(Array.from(line).length).toBeLessThanOrEqual('drill p q '.length + 6);
        picked = readPicks(`${said(line)} ${value}`, count) ?? [];
        last[place] = value;
        expect(picked).toEqual(last);
      }
      const { submit } = menusControls(menus(count, picked), 'ko');
      expect(submit && said(submit.line)).toBe(last.includes('.') ? undefined : last.join(''));
    }),
  );
});

test('options that all menus have are told once, others by menu', () => {
  expect(menusInWords(menus(2))).toEqual(['1. 왼쪽 1', '2. 왼쪽 2', '', 'A / B / C']);
  const [first, second] = menus(2).menus;
  if (!first || !second) throw new Error('there are two');
  expect(menusInWords({ menus: [first, { ...second, options: options.slice(1) }] })).toEqual([
    '왼쪽 1: A / B / C',
    '왼쪽 2: B / C',
  ]);
});

test('what is typed into several boxes comes apart again, and has room in an answer', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), (typed) => {
      expect(splitTyped(joinTyped(typed))).toEqual(typed.map((one) => one.replaceAll('␟', ' ').trim()));
    }),
  );
  for (let boxes = 1; boxes <= 5; boxes++)
    expect(joinTyped(Array<string>(boxes).fill('가'.repeat(boxRoom(boxes)))).length).toBeLessThanOrEqual(LIMITS.answer);
  expect(boxRoom(1)).toBe(LIMITS.answer);
});
