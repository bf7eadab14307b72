import { container, text } from '@takumi-rs/helpers';
import { expect, test } from 'vitest';
import type { Figure } from '../../src/core/reply/diagram.ts';
import { cardOf } from '../../src/course/term-blocks.ts';
import { drawableText, FAMILY, loadFont } from '../../src/pictures/font.ts';
import { botOf, COURSE } from '../support/world.ts';

const { world } = await botOf([COURSE]);
const { renderer, widthOf } = await loadFont();

/** Widths of lines as the renderer sets them, in em. */
async function set(lines: readonly string[], bold: boolean): Promise<number[]> {
  const style = {
    display: 'block',
    fontFamily: FAMILY,
    fontWeight: bold ? 700 : 400,
    fontSize: 100,
    whiteSpace: 'pre',
  } as const;
  const column = container({
    style: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
    children: lines.map((line) => text(line, style)),
  });
  const { children } = await renderer.measure(column, { width: 20_000, height: 200 * lines.length });
  return children.map(({ width }) => width / 100);
}

const said = (figure: Figure): string[] =>
  figure.type === 'group'
    ? [figure.label ?? '', ...figure.items.flatMap(said)]
    : [figure.label ?? '', figure.type === 'arrow' ? (figure.back ?? '') : ''];

const course = Array.from(world.course().terms.values()).flatMap((term) =>
  (['ko', 'en'] as const).flatMap((locale) => {
    const { title, aside = '', text: is, quote = '', diagram } = cardOf(term, '', locale);
    return [title, aside, is, quote, ...(diagram ? said(diagram.figure) : [])];
  }),
);

test.each([false, true])(
  'lines are set as wide as they are measured, or less: pairs of letters are set closer (bold: %s)',
  async (bold) => {
    const lines = course.map(drawableText).filter((line) => line !== '');
    const widths = await set(lines, bold);
    for (const [i, line] of lines.entries()) {
      const width = widths[i] ?? Number.NaN;
      expect(width, line).toBeLessThanOrEqual(widthOf(line, bold) + 0.05);
      expect(width, line).toBeGreaterThan(widthOf(line, bold) * 0.95);
    }
  },
);

test('what is shown has a glyph: the sign for a missing one is as wide as that of an unassigned letter', async () => {
  const signs = Array.from(
    new Set(
      course.map(drawableText).join('') +
        drawableText(Array.from({ length: 0x3000 }, (_, i) => String.fromCodePoint(i)).join('')),
    ),
  );
  const [missing] = await set(['\u0378'], false);
  const widths = await set(signs, false);
  // A zero of the font happens to be no wider or narrower: digits are 0.6 em, the sign 0.47.
  expect(signs.filter((_, i) => widths[i] === missing)).toEqual([]);
  expect(signs.length).toBeGreaterThan(600);
});

test('nothing of the course is lost but the marks of its Markdown', () => {
  for (const line of course) expect(drawableText(line), line).toBe(line.replace(/\s+/g, ' ').trim());
});

test.each([
  ['🍱 파드', '파드'],
  ['café', 'cafe'],
  ['A → B', 'A > B'],
  ['ｗｉｄｅ', 'wide'],
  ['파드'.normalize('NFD'), '파드'],
  ['漢字와 한글', '와 한글'],
  ['a\n\tb\u0007\u202e\ud83d', 'a b'],
  ['ㅋㅂㄴㅌㅅ 뷁', 'ㅋㅂㄴㅌㅅ 뷁'],
])('%j is shown as %j', (words, line) => {
  expect(drawableText(words)).toBe(line);
});
