import type { Localized } from '../../../core/locale.ts';
import type { Line } from '../lines.ts';
import { text } from '../text.ts';
import type { Sheet } from './sheet.ts';

/** Keys or items that stand at one column. */
interface Level {
  kind: 'map' | 'list';
  column: number;
  /** The line that began it, and how many lines it has by now. */
  first: number;
  lines: number;
}

/** Lines that are looked at to tell which of two columns was meant. */
const AHEAD = 60;
const USUAL_STEP = 2;

const kindOf = (line: Line): Level['kind'] => (line.dashes.length > 0 ? 'list' : 'map');

/** The level of this kind that is nearest to a column; of two, the one further in. */
function nearestLevel(levels: readonly Level[], kind: Level['kind'], column: number): Level | undefined {
  let best: Level | undefined;
  for (const level of levels)
    if (level.kind === kind && (!best || Math.abs(level.column - column) <= Math.abs(best.column - column)))
      best = level;
  return best;
}

/** Lines that are shown above those that were moved, to say what they have to begin beside. */
const ABOVE = 5;

/** Lines that are moved together, from `at` to `last`, and how many above them are shown with them. */
interface Move {
  at: number;
  last: number;
  above: number;
  message: Localized;
}

/** How many lines above one are shown with it: as far as the line that it belongs beside, where that is near, or one. */
function aboveOf(lines: readonly Line[], at: number, beside?: number): number {
  const isNear = beside !== undefined && beside < at && at - beside <= ABOVE;
  return isNear ? at - beside : Number(at > 0 && lines[at - 1]?.role !== 'blank');
}

/** A line with its indentation changed. */
const moved = (whole: string, by: number): string =>
  by >= 0 ? ' '.repeat(by) + whole : whole.slice(Math.min(-by, whole.length - whole.trimStart().length));

/**
 * Whether the line that began a level stands wrong rather than the one that does not fit it: the lines behind tell. A key
 * right behind the dash of its item stands where the item does.
 */
function isFirstWrong(lines: readonly Line[], at: number, wanted: number, level: Level, outer: number): boolean {
  const isBehindDash = level.kind === 'map' && (lines[level.first]?.dashes.length ?? 0) > 0;
  if (level.lines > 1 || wanted <= outer || isBehindDash) return false;
  let here = 0;
  let there = 1;
  const lower = Math.min(wanted, level.column);
  /** A key at the lower column has been seen: what stands deeper may be under it. */
  let isUnder = false;
  for (const line of lines.slice(at, at + AHEAD)) {
    if (line.role !== 'code' || (line.key === undefined && line.dashes.length === 0)) continue;
    if (line.indent <= outer) break;
    if (line.indent <= lower) isUnder = line.value === '';
    if (kindOf(line) !== level.kind || (isUnder && line.indent > lower)) continue;
    if (line.indent === wanted) here++;
    else if (line.indent === level.column) there++;
  }
  return here > there || (here === there && wanted - outer === USUAL_STEP && level.column - outer !== USUAL_STEP);
}

/** Keys and items that stand neither beside nor under anything above them: moved to where they are nearest to belong. */
export function columns({ lines, isBroken, write, slip }: Sheet): void {
  if (!isBroken) return;
  const now = lines.map(({ text: whole }) => whole);
  let levels: Level[] = [];
  /** The line above has a key or dash with nothing behind it: something may stand deeper. */
  let opens = true;
  /** Lines that stand at least this deep move with the line above them. */
  let shift: { from: number; by: number; move: Move } | undefined;
  const moves: Move[] = [];
  const move = (at: number, last: number, above: number, message: Localized): Move => {
    const one = { at, last, above, message };
    moves.push(one);
    return one;
  };
  for (const [at, line] of lines.entries()) {
    if (shift && line.role !== 'blank' && line.role !== 'code' && line.indent >= shift.from)
      now[at] = moved(line.text, shift.by);
    if (line.role !== 'code' || (line.key === undefined && line.dashes.length === 0)) continue;
    if (shift && line.indent < shift.from) shift = undefined;
    if (shift) shift.move.last = at;
    const kind = kindOf(line);
    const wanted = Math.max(0, line.indent + (shift?.by ?? 0));
    let inside = levels.filter(({ column }) => column <= wanted);
    // A key at the column of a list that stands right under its key ends that list.
    const [below, last] = [inside.at(-2), inside.at(-1)];
    if (kind === 'map' && last?.kind === 'list' && last.column === wanted && below?.column === wanted) inside.pop();
    const top = inside.at(-1);
    const isSibling = top?.column === wanted && top.kind === kind;
    const isUnder =
      top === undefined || wanted > top.column || (kind === 'list' && wanted === top.column && top.kind === 'map');
    const isChild = opens && inside.length === levels.length && isUnder;
    let column = wanted;
    if (!isSibling && !isChild && levels.length > 0) {
      const target = nearestLevel(levels, kind, wanted);
      const index = target === undefined ? -1 : levels.indexOf(target);
      // Of an item, its dash and its first key are one line.
      const outer = levels.slice(0, index).findLast((one) => one.first !== target?.first)?.column ?? -1;
      if (target && !shift && isFirstWrong(lines, at, wanted, target, outer)) {
        const by = wanted - target.column;
        for (let row = target.first; row < at; row++) now[row] = moved(now[row] ?? '', by);
        for (const one of levels) if (one.first === target.first) one.column += by;
        move(
          target.first,
          at,
          aboveOf(lines, target.first),
          text.both((t) =>
            by < 0 ? t.overIndented(lines[target.first]?.key) : t.underIndented(lines[target.first]?.key),
          ),
        );
        inside = levels.slice(0, index + 1);
      } else if (target) {
        column = target.column;
        inside = levels.slice(0, index + 1);
        const message = text.both((t) => (wanted > column ? t.overIndented(line.key) : t.underIndented(line.key)));
        shift = {
          ...{ from: line.indent, by: column - line.indent },
          move: move(at, at, aboveOf(lines, at, target.first), message),
        };
      } else if (opens && kind === 'list') {
        // A list that stands further out than the key that it belongs to.
        column = levels.at(-1)?.column ?? 0;
        inside = levels;
        const message = text.both((t) => t.underIndented(undefined));
        shift = {
          ...{ from: line.indent, by: column - line.indent },
          move: move(at, at, aboveOf(lines, at), message),
        };
      }
    }
    const by = column - line.indent;
    if (by !== 0) now[at] = moved(line.text, by);
    levels = inside;
    const stand = (of: Level['kind'], where: number): void => {
      const known = levels.at(-1);
      if (known?.kind === of && known.column === where) known.lines++;
      else levels = [...levels, { kind: of, column: where, first: at, lines: 1 }];
    };
    for (const dash of line.dashes) stand('list', dash + by);
    if (line.key !== undefined) stand('map', line.start + by);
    opens = line.value === '' || /^[&!]\S+$/.test(line.value);
  }
  for (const { at, last, above, message } of moves) slip(at, 'indentation', message, { above, lines: last - at + 1 });
  for (const [at, whole] of now.entries()) if (whole !== lines[at]?.text) write(at, whole);
}
