import type { WidthOf } from '../../src/pictures/font.ts';
import { type Mark, type Place, SIZE, type Words } from '../../src/pictures/marks.ts';

/** Pixels that rounding may take. */
const NEAR = 0.01;

const within = (inner: Place, outer: Place): boolean =>
  inner.x >= outer.x - NEAR &&
  inner.y >= outer.y - NEAR &&
  inner.x + inner.width <= outer.x + outer.width + NEAR &&
  inner.y + inner.height <= outer.y + outer.height + NEAR;

const apart = (one: Place, other: Place): boolean =>
  one.x + one.width <= other.x + NEAR ||
  other.x + other.width <= one.x + NEAR ||
  one.y + one.height <= other.y + NEAR ||
  other.y + other.height <= one.y + NEAR;

const BOXES = new Set(['box', 'focus', 'faded', 'broken']);

const pairs = <One, Other>(ones: readonly One[], others: readonly Other[]): [One, Other][] =>
  ones.flatMap((one) => others.flatMap((other): [One, Other][] => ((one as unknown) === other ? [] : [[one, other]])));

const said = (mark: Mark): string =>
  `${mark.type} ${mark.type === 'words' ? mark.text : mark.type === 'area' ? mark.fill : mark.to} at ${[mark.x, mark.y, mark.width, mark.height].map(Math.round).join(' ')}`;

/** Where the letters of a line are, in a place that may be wider. */
function lettered(mark: Words, widthOf: WidthOf): Words {
  const width = widthOf(mark.text, mark.bold) * mark.size;
  return { ...mark, width, x: mark.centred ? mark.x + (mark.width - width) / 2 : mark.x };
}

/** Everything about a card, or a higher picture, that nobody would want to see. */
export function ugly(marks: readonly Mark[], widthOf: WidthOf, height: number = SIZE.height): string[] {
  const whole: Place = { x: 0, y: 0, width: SIZE.width, height };
  const places = marks.filter((mark) => mark.type === 'words');
  const words = places.map((mark) => lettered(mark, widthOf));
  const areas = marks.filter((mark) => mark.type === 'area');
  const arrows = marks.filter((mark) => mark.type === 'tip' || (mark.type === 'area' && mark.fill === 'arrow'));
  const filled = areas.filter(({ fill }) => fill !== 'arrow');
  const boxes = areas.filter(({ fill }) => fill !== undefined && BOXES.has(fill));
  const clash = (how: string, clashing: readonly (readonly [Mark, Mark])[]): string[] =>
    clashing.map(([one, other]) => `${said(one)} ${how} ${said(other)}`);
  return [
    ...marks.filter((mark) => !within(mark, whole)).map((mark) => `${said(mark)} leaves the card`),
    ...places
      .filter((mark) => !within(lettered(mark, widthOf), mark))
      .map((mark) => `${said(mark)} is wider than its place`),
    ...words
      .filter((mark) => mark.on !== 'paper' && !filled.some((area) => area.fill === mark.on && within(mark, area)))
      .map((mark) => `${said(mark)} leaves the ${mark.on} that it stands on`),
    ...clash(
      'overlaps',
      pairs(words, words).filter(([one, other]) => !apart(one, other)),
    ),
    ...clash(
      'cuts',
      pairs(filled, filled).filter(([one, other]) => !apart(one, other) && !within(one, other) && !within(other, one)),
    ),
    ...clash(
      'runs through',
      pairs(arrows, boxes).filter(([one, other]) => !apart(one, other)),
    ),
    ...clash(
      'runs through',
      pairs(arrows, words).filter(([one, other]) => !apart(one, other)),
    ),
  ];
}
