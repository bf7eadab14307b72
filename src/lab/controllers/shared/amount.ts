/** A number, or a percentage of a whole: `3`, `'25%'` (apimachinery/pkg/util/intstr). */
export function amountIn(of: number | string | undefined, whole: number, rounding: 'up' | 'down'): number {
  if (of === undefined) return 0;
  if (typeof of === 'number') return of;
  const percent = Number.parseInt(of, 10);
  if (!of.endsWith('%') || Number.isNaN(percent)) return 0;
  const exact = (percent * whole) / 100;
  return rounding === 'up' ? Math.ceil(exact) : Math.floor(exact);
}
