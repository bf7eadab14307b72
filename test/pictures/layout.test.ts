import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Picture } from '../../src/core/reply/blocks.ts';
import { DIAGRAM } from '../../src/core/reply/diagram.ts';
import { LIMITS } from '../../src/core/reply/limits.ts';
import { cardOf } from '../../src/course/term-blocks.ts';
import { loadFont } from '../../src/pictures/font.ts';
import { layOut } from '../../src/pictures/layout.ts';
import type { Mark } from '../../src/pictures/marks.ts';
import { anyFigures } from '../support/any-diagram.ts';
import { anyPicture } from '../support/any-reply.ts';
import { ugly } from '../support/marks.ts';
import { runs } from '../support/sample.ts';
import { botOf, COURSE } from '../support/world.ts';

const { world } = await botOf([COURSE]);
const { widthOf } = await loadFont();
const terms = Array.from(world.course().terms.values());
const FOOT = { ko: '오늘의 카드 · 11월 23일 월요일', en: "Today's card · Wednesday 30 September" };

const textOf = (marks: readonly Mark[]): string =>
  marks.flatMap((mark) => (mark.type === 'words' ? [mark.text] : [])).join(' ');

/** Of what is written in a diagram, in pixels: on a phone a card is shown at a third of its size. */
const lettersOf = (marks: readonly Mark[]): number[] =>
  marks.flatMap((mark) => (mark.type === 'words' && mark.on !== 'paper' && mark.on !== 'quote' ? [mark.size] : []));

test.each(['ko', 'en'] as const)('no card of the course is ugly, and all that it says is on it (%s)', (locale) => {
  for (const term of terms) {
    const card = cardOf(term, FOOT[locale], locale);
    const marks = layOut(card, widthOf);
    expect(ugly(marks, widthOf), term.id).toEqual([]);
    for (const words of [card.title, card.text, card.foot]) expect(textOf(marks), term.id).toContain(words);
    expect(textOf(marks), term.id).not.toContain('…');
    for (const size of lettersOf(marks)) expect(size, term.id).toBeGreaterThanOrEqual(20);
  }
});

test('whatever a card says, nothing leaves its place or stands on something else', () => {
  fc.assert(
    fc.property(anyPicture, (picture) => {
      expect(ugly(layOut(picture, widthOf), widthOf)).toEqual([]);
    }),
    { numRuns: runs(60) },
  );
});

test('whatever a diagram shows, nothing in it overlaps', () => {
  fc.assert(
    fc.property(anyFigures, (figure) => {
      const card: Picture = {
        type: 'picture',
        title: '파드',
        text: '뜻이에요.',
        foot: '',
        diagram: { alt: '', figure },
      };
      expect(ugly(layOut(card, widthOf), widthOf)).toEqual([]);
    }),
    { numRuns: runs(90) },
  );
});

test.each(['가', '가나 ', 'W', 'iiii ', '\u{1f371}'])(
  'the longest card there may be, of %j, keeps to its places',
  (word) => {
    const long = (most: number): string => word.repeat(most).slice(0, most);
    const label = long(DIAGRAM.label);
    const box = { type: 'box', label } as const;
    const row = { type: 'group', way: 'row', items: Array.from({ length: DIAGRAM.items }, () => box) } as const;
    const figure = {
      type: 'group',
      way: 'column',
      label,
      items: [row, { type: 'arrow', label, back: label }, row],
    } as const;
    const words = {
      type: 'picture',
      title: long(LIMITS.heading),
      aside: long(LIMITS.heading),
      text: long(LIMITS.field),
      quote: long(LIMITS.field),
      foot: long(LIMITS.heading),
    } as const;
    for (const card of [words, { ...words, diagram: { alt: '', figure } }])
      expect(ugly(layOut(card, widthOf), widthOf)).toEqual([]);
  },
);

test('a definition that is as long as it may be is on its card whole', () => {
  const text = `${'가나다라 '.repeat(19)}가나다라.`;
  const figure = { type: 'group', way: 'row', items: [{ type: 'box', label: '파드' }] } as const;
  const card: Picture = { type: 'picture', title: '파드', text, foot: '' };
  for (const one of [card, { ...card, diagram: { alt: '', figure } }])
    expect(textOf(layOut(one, widthOf))).toContain(text);
});
