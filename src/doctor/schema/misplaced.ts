import { type Finding, finding } from '../finding.ts';
import { dig, isNull, items, lastKey, type Spot, textOf } from '../spot.ts';
import { text } from './text.ts';
import { MOST_LINES, quotedWhere, yamlOf } from './yaml.ts';

/** A field that its type does not have, and one around or below it does. */
export interface Misplaced {
  field: Spot;
  /** Its whole path, where it belongs. */
  place: string;
}

const indented = (lines: readonly string[], by: number): string[] => lines.map((line) => ' '.repeat(by) + line);

/** Fields under the keys that lead to them; null where that is too long to show, or one has no value. */
export function linesUnder(keys: readonly string[], of: readonly Spot[]): string | null {
  const values = of.map((field) => (isNull(field.node) ? null : yamlOf(field.key, field.node)));
  if (values.includes(null)) return null;
  let lines = values.flatMap((value) => value?.split('\n') ?? []);
  for (const key of keys.toReversed()) lines = [`${key}:`, ...indented(lines, 2)];
  return lines.length > MOST_LINES ? null : lines.join('\n');
}

/** The path around a field: `spec.containers[0].ports` -> `spec.containers[0]`. */
const parentOf = ({ field, place }: Misplaced): string =>
  place.slice(0, place.length - field.key.length).replace(/\.$/, '');

/** The name of the item of a list that a path leads to: of one around, or of the only one below. */
function nameOf(item: string, here: Spot, around: readonly { spot: Spot }[]): string | undefined {
  const list = item.replace(/\[\d*\]$/, '').split('.');
  const [only, other] = items(dig(here, ...list));
  const spot = around.find((one) => one.spot.path === item)?.spot ?? (other ? undefined : only);
  return textOf(dig(spot, 'name'));
}

/** Fields as they should stand. Those of a list's item stand behind its dash, with the name by which a reader knows it. */
function linesAt(parent: string, of: readonly Spot[], here: Spot, around: readonly { spot: Spot }[]): string | null {
  const isBelow = here.path !== '' && parent.startsWith(`${here.path}.`);
  const way = isBelow ? parent.slice(here.path.length + 1) : parent;
  const item = /^.*\[\d*\]/.exec(way)?.[0];
  if (item === undefined) return linesUnder(way === '' ? [] : way.split('.'), of);
  const rest = way.slice(item.length + 1);
  const lines = linesUnder(rest === '' ? [] : rest.split('.'), of)?.split('\n');
  if (lines === undefined) return null;
  const name = nameOf(item, here, around);
  const all = name === undefined ? lines : [`name: ${quotedWhere(name)}`, ...lines];
  return [`${lastKey(item)}:`, ...all.map((line, at) => (at === 0 ? `  - ${line}` : `    ${line}`))].join('\n');
}

/** The fields of a map that belong elsewhere: those that belong together are shown together, with the first of them. */
export function misplacedFindings(all: readonly Misplaced[], here: Spot, around: readonly { spot: Spot }[]): Finding[] {
  return [...Map.groupBy(all, parentOf)].flatMap(([parent, group]) => {
    const together = linesAt(
      parent,
      group.map(({ field }) => field),
      here,
      around,
    );
    return group.map(({ field, place }, at) =>
      finding(
        'error',
        'misplaced-field',
        field,
        text.both((t) => t.misplaced(field.key, here.path, place)),
        together === null ? linesAt(parent, [field], here, around) : at === 0 ? together : null,
      ),
    );
  });
}
