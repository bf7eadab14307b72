import { text } from '../text.ts';
import type { Sheet } from './sheet.ts';

interface Level {
  kind: 'map' | 'list';
  column: number;
}

/** The level of this kind that is nearest to a column; of two, the one further in. */
function nearestLevel(levels: readonly Level[], kind: Level['kind'], column: number): Level | undefined {
  const far = ({ column: one }: Level): number => Math.abs(one - column);
  return levels
    .filter((one) => one.kind === kind)
    .reduce<Level | undefined>((best, one) => (best === undefined || far(one) <= far(best) ? one : best), undefined);
}

/** Keys and items that stand neither beside nor under anything above them: moved to where they are nearest to belong. */
export function columns({ lines, isBroken, write, slip }: Sheet): void {
  if (!isBroken) return;
  let levels: Level[] = [];
  /** The line above has a key or dash with nothing behind it: something may stand deeper. */
  let opens = true;
  /** Lines that stand at least this deep move with the line above them. */
  let shift: { from: number; by: number } | undefined;
  for (const [at, line] of lines.entries()) {
    if (line.role === 'block' || line.role === 'inside' || line.role === 'comment') {
      if (shift && line.indent >= shift.from) write(at, moved(line.text, shift.by));
      continue;
    }
    if (line.role !== 'code' || (line.key === undefined && line.dashes.length === 0)) continue;
    if (shift && line.indent < shift.from) shift = undefined;
    const kind = line.dashes.length > 0 ? 'list' : 'map';
    const wanted = Math.max(0, line.indent + (shift?.by ?? 0));
    let inside = levels.filter(({ column }) => column <= wanted);
    // A key at the column of a list that stands right under its key ends that list.
    if (
      kind === 'map' &&
      inside.at(-1)?.kind === 'list' &&
      inside.at(-1)?.column === wanted &&
      inside.at(-2)?.column === wanted
    )
      inside = inside.slice(0, -1);
    const top = inside.at(-1);
    const isSibling = top?.column === wanted && top.kind === kind;
    const isChild =
      opens &&
      inside.length === levels.length &&
      (top === undefined || wanted > top.column || (kind === 'list' && wanted === top.column && top.kind === 'map'));
    let column = wanted;
    if (!isSibling && !isChild && levels.length > 0) {
      const target = nearestLevel(levels, kind, wanted);
      if (target !== undefined) {
        column = target.column;
        inside = levels.slice(0, levels.indexOf(target) + 1);
        slip(
          at,
          'indentation',
          text.both((t) => (wanted > column ? t.overIndented(line.key) : t.underIndented(line.key))),
        );
        shift = { from: line.indent, by: column - line.indent };
      }
    }
    if (column !== line.indent) write(at, moved(line.text, column - line.indent));
    const by = column - line.indent;
    levels = inside;
    const push = (level: Level): void => {
      const last = levels.at(-1);
      if (last?.kind !== level.kind || last.column !== level.column) levels = [...levels, level];
    };
    for (const dash of line.dashes) push({ kind: 'list', column: dash + by });
    if (line.key !== undefined) push({ kind: 'map', column: line.start + by });
    opens = line.value === '' || /^[&!]\S+$/.test(line.value);
  }
}

const moved = (whole: string, by: number): string =>
  by >= 0 ? ' '.repeat(by) + whole : whole.slice(Math.min(-by, whole.length - whole.trimStart().length));
