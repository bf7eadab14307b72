import type { Group } from '../core/reply/diagram.ts';
import { type ArrowPart, arrowPart, SIDES } from './arrows.ts';
import { drawableText } from './font.ts';
import type { Mark, Place } from './marks.ts';
import type { Part, Point, Setting, Side } from './parts.ts';

/** In em of the diagram's letters. */
const GAP = 0.5;
/** So many times its own size a figure may become where there is room. */
export const STRETCH = 1.35;

type Item =
  | { type: 'arrow'; part: ArrowPart }
  /** `bare`: an arrangement in an arrangement, which may have arrows in it. */
  | { type: 'box' | 'framed' | 'bare'; part: Part };

/** Parts of figures; arrows, which depend on what they stand between, come last. */
function itemsOf({ way, items }: Group, setting: Setting, partOf: PartOf): Item[] {
  const things = items.map((figure) => (figure.type === 'arrow' ? undefined : partOf(figure, setting)));
  return items.map((figure, i): Item => {
    if (figure.type === 'arrow') {
      const said = [figure.label, figure.back].map((words) => (words === undefined ? undefined : drawableText(words)));
      return { type: 'arrow', part: arrowPart(said, way, [things[i - 1], things[i + 1]], setting) };
    }
    const type = figure.type === 'box' ? 'box' : figure.label === undefined ? 'bare' : 'framed';
    return { type, part: things[i] ?? partOf(figure, setting) };
  });
}

export type PartOf = (figure: Exclude<Group['items'][number], { type: 'arrow' }>, setting: Setting) => Part;

const most = (numbers: readonly number[]): number => Math.max(0, ...numbers);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Items beside or below one another, without a frame. `main` is the way they follow one another, `cross` the other. */
export function arrange(group: Group, setting: Setting, partOf: PartOf): Part {
  const row = group.way === 'row';
  const main = ({ width, height }: Pick<Place, 'width' | 'height'>): number => (row ? width : height);
  const cross = ({ width, height }: Pick<Place, 'width' | 'height'>): number => (row ? height : width);
  const items = itemsOf(group, setting, partOf);
  const flows = items.some(({ type }) => type === 'arrow');
  /** An arrow keeps its own distance. */
  const gaps = items.map(({ type }, i) => {
    const next = items[i + 1];
    return next === undefined || type === 'arrow' || next.type === 'arrow' ? 0 : GAP;
  });
  const long = sum(items.map(({ part }) => main(part))) + sum(gaps);
  const wide = most(items.map(({ part }) => cross(part)));
  const boxes = most(items.map(({ type, part }) => (type === 'box' ? cross(part) : 0)));

  /** What room is left over goes to all, or to arrows and what may have some in it. */
  const grows = ({ type }: Item): boolean => !flows || type === 'arrow' || type === 'bare';

  /** How far an item reaches across, where `room` is all there is. */
  function across({ type, part }: Item, room: number): number {
    if (type === 'arrow') return room;
    if (type === 'box' && flows) return Math.min(room, boxes);
    if (type === 'box' && row) return Math.min(room, wide * STRETCH);
    return flows ? Math.min(room, cross(part) * STRETCH) : room;
  }

  function placesIn(at: Place): Place[] {
    const extra = Math.max(0, main(at) - long);
    const growing = items.filter(grows).map(({ part }) => main(part));
    // Of a column that nothing flows through some remains, around it all.
    const taken = row || flows ? extra : Math.min(extra, (STRETCH - 1) * sum(growing));
    let next = (row ? at.x : at.y) + (extra - taken) / 2;
    return items.map((item, i) => {
      const size = main(item.part) + (grows(item) ? taken / growing.length : 0);
      const breadth = across(item, cross(at));
      const start = (row ? at.y : at.x) + (cross(at) - breadth) / 2;
      const here = next;
      next += size + (gaps[i] ?? 0);
      return row
        ? { x: here, y: start, width: size, height: breadth }
        : { x: start, y: here, width: breadth, height: size };
    });
  }

  function touchOf(i: number, places: readonly Place[], side: Side): Point[] {
    const [item, place] = [items[i], places[i]];
    return item === undefined || item.type === 'arrow' || place === undefined ? [] : item.part.touch(place, side);
  }

  return {
    ...(row ? { width: long, height: wide } : { width: wide, height: long }),
    draw(at, on) {
      const places = placesIn(at);
      const { from, to } = SIDES[group.way];
      return items.flatMap(({ type, part }, i): Mark[] => {
        const place = places[i];
        if (place === undefined) return [];
        return type === 'arrow'
          ? part.draw(place, touchOf(i - 1, places, from), touchOf(i + 1, places, to), on)
          : part.draw(place, on);
      });
    },
    touch(at, side) {
      const places = placesIn(at);
      const things = items.flatMap(({ type }, i) => (type === 'arrow' ? [] : [i]));
      const first = side === (row ? 'left' : 'top');
      const last = side === (row ? 'right' : 'bottom');
      const touched = first ? things.slice(0, 1) : last ? things.slice(-1) : things;
      return touched.flatMap((i) => touchOf(i, places, side));
    },
  };
}
