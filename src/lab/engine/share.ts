/** `50%` -> 50; undefined for what is no percentage. */
export const percentIn = (value: number | string | undefined): number | undefined =>
  typeof value === 'string' && /^[0-9]+%$/.test(value) ? Number(value.slice(0, -1)) : undefined;

/** A number, or a percentage of a whole: `3`, `'25%'` (apimachinery/pkg/util/intstr). */
export function amountIn(of: number | string | undefined, whole: number, rounding: 'up' | 'down'): number {
  if (typeof of === 'number') return of;
  const exact = ((percentIn(of) ?? 0) * whole) / 100;
  return rounding === 'up' ? Math.ceil(exact) : Math.floor(exact);
}
