import { fields, isNull, pathOf, type Spot } from '../spot.ts';
import type { Within } from './check.ts';
import { type Shape, schema, shapeOf } from './schema.ts';

/** Fields that are looked at above one. */
const FAR = 40;

/** What a key takes, in its own type or, where it does not belong there, in one around it. */
function shapeFor(key: string, around: Within['around']): { shape: Shape; path: string } | undefined {
  const found = around.findLast(({ type }) => schema().types[type]?.[key]);
  const takes = found && schema().types[found.type]?.[key];
  return takes === undefined ? undefined : { shape: shapeOf(takes), path: pathOf(found?.spot.path ?? '', key) };
}

/**
 * The key above a field that has nothing under it and takes this one: the field lost its indentation.
 * @returns `path`: of that key, where it belongs; `isFirst`: no other field stands between them
 */
export function ownerOf(
  field: Spot,
  spot: Spot,
  type: string,
  around: Within['around'],
): { key: string; path: string; isFirst: boolean } | undefined {
  const all = fields(spot);
  const index = all.findIndex(({ key }) => key === field.key);
  for (let at = index - 1; at >= Math.max(0, index - FAR); at--) {
    const above = all[at];
    if (above === undefined) return undefined;
    if (isNull(above.node)) {
      const takes = shapeFor(above.key, around);
      if (takes === undefined) return undefined;
      const { shape, path } = takes;
      const isHeld =
        shape.holds === 'map'
          ? field.node.kind === 'scalar'
          : shape.holds === 'one' && schema().types[shape.type]?.[field.key] !== undefined;
      return isHeld ? { key: above.key, path, isFirst: at === index - 1 } : undefined;
    }
    // What belongs here ends what may have been meant for the key above it.
    if (schema().types[type]?.[above.key]) return undefined;
  }
  return undefined;
}
