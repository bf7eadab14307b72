import type { Locale } from '../../core/locale.ts';
import type { Menus } from '../../core/reply/blocks.ts';
import { menusControls, sharedOptions } from '../../core/reply/menus.ts';
import { uncircled } from '../../language/circled.ts';
import { otherLayout } from '../../language/hangul.ts';
import { normalize } from '../../language/normalize.ts';
import { KEPT } from './markdown.ts';
import { text } from './text.ts';

/** Signs that people put between a number and a letter, and between pairs. */
const BETWEEN = /[\s,;/·:=.()>→–—-]+/g;

/** The letter by which an option is marked: `나`, `b`. */
const optionMark = (at: number, locale: Locale): string => text(locale).optionMarks[at] ?? String(at + 1);

/** Options of a menu in one line: `가. get  나. describe`; where it is broken, no letter is parted from its option. */
const inLine = (options: Menus['menus'][number]['options'], locale: Locale): string =>
  options.map(({ label }, i) => `${optionMark(i, locale)}.${KEPT}${label}`).join('   ');

/** Menus as lines: what each is called, with what is picked of it so far, and what may be picked. */
export function menusLines(block: Menus, locale: Locale): string[] {
  const shared = sharedOptions(block);
  const { menus } = menusControls(block, locale);
  const lines = menus.map(({ mark, label, options, picked }) => {
    const own = shared ? '' : `   ${inLine(options, locale)}`;
    return `${mark === '' ? '' : `${mark}. `}${label}${own}${picked === undefined ? '' : ` → ${picked}`}`;
  });
  if (!shared) return lines;
  return [...lines, '', ...shared.map(({ label }, i) => `${optionMark(i, locale)}. ${label}`)];
}

/** The place of the option that a letter marks, from 0: `나`, `b`, or `ㅠ` on the same key; undefined for any other. */
function placeOf(letter: string): number | undefined {
  const marks = [text('ko').optionMarks, text('en').optionMarks];
  const found = [letter, otherLayout(letter) ?? ''].flatMap((one) =>
    one === '' ? [] : marks.map((all) => all.indexOf(one)),
  );
  return found.find((at) => at >= 0);
}

/**
 * What a typed line picks of menus: `1b 2a 3c`, `1-나`, or letters alone in the menus' order, `b a c`, `나가다`. Those of
 * which nothing is said stay as they were. Undefined for a line that says something else.
 */
export function readMenus(said: string, { menus, picked }: Pick<Menus, 'menus' | 'picked'>): string | undefined {
  const marks = Array.from(normalize(said).toLowerCase().replace(BETWEEN, ''), (mark) =>
    String(uncircled(mark) ?? mark),
  );
  const isNumbered = /^\d$/.test(marks[0] ?? '');
  if (marks.length !== (isNumbered ? 2 * Math.floor(marks.length / 2) : menus.length)) return undefined;
  const pairs = isNumbered
    ? marks.flatMap((mark, i) => (i % 2 === 0 ? [{ at: Number(mark) - 1, letter: marks[i + 1] ?? '' }] : []))
    : marks.map((letter, at) => ({ at, letter }));
  const picks = menus.map(({ options }, i) => options.find(({ value }) => value === picked[i])?.value ?? '.');
  for (const { at, letter } of pairs) {
    const value = menus[at]?.options[placeOf(letter) ?? -1]?.value;
    if (value === undefined) return undefined;
    picks[at] = value;
  }
  return picks.join('');
}
