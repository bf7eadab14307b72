/** Kubernetes' quantities (apimachinery/pkg/api/resource): `500m`, `1.5Gi`, `2`. Reckoned as numbers, which is exact enough here. */

export interface Quantity {
  value: number;
  isBinary: boolean;
}

const DECIMAL: readonly (readonly [string, number])[] = [
  ['E', 1e18],
  ['P', 1e15],
  ['T', 1e12],
  ['G', 1e9],
  ['M', 1e6],
  ['k', 1e3],
];
const BINARY: readonly (readonly [string, number])[] = [
  ['Ei', 2 ** 60],
  ['Pi', 2 ** 50],
  ['Ti', 2 ** 40],
  ['Gi', 2 ** 30],
  ['Mi', 2 ** 20],
  ['Ki', 2 ** 10],
];
const UNITS = new Map<string, number>([['', 1], ['m', 1e-3], ['u', 1e-6], ['n', 1e-9], ...DECIMAL, ...BINARY]);

/** Undefined where the API server would not read it either. */
export function parseQuantity(text: string | number): Quantity | undefined {
  const [, digits, exponent, unit = ''] =
    /^([-+]?(?:\d+(?:\.\d*)?|\.\d+))(?:([eE][-+]?\d+)|([A-Za-z]{0,2}))$/.exec(`${text}`) ?? [];
  const factor = UNITS.get(unit);
  if (digits === undefined || factor === undefined) return undefined;
  return {
    value: exponent === undefined ? Number(digits) * factor : Number(digits + exponent),
    isBinary: unit.endsWith('i'),
  };
}

/** The number of a quantity that was checked before; 0 where there is none. */
export const amountOf = (text: string | number | undefined): number =>
  text === undefined ? 0 : (parseQuantity(text)?.value ?? 0);

/** In Kubernetes' canonical form: no fraction, the largest unit that leaves none. */
export function quantityText({ value, isBinary }: Quantity): string {
  const whole = Math.round(value);
  // What is off by less than a thousandth of a thousandth is the number's own fault.
  if (Math.abs(value - whole) > 1e-6) return `${Math.ceil(value * 1000 - 1e-6)}m`;
  const units = isBinary && Math.abs(whole) >= 1024 ? BINARY : DECIMAL;
  const [name, factor] = (whole !== 0 && units.find(([, one]) => whole % one === 0)) || ['', 1];
  return `${whole / factor}${name}`;
}

/** The sum of quantities, in the form of the first that has one. */
export function addQuantities(texts: readonly (string | number)[]): Quantity {
  const all = texts.flatMap((text) => parseQuantity(text) ?? []);
  return {
    value: all.reduce((sum, { value }) => sum + value, 0),
    isBinary: all.find(({ value }) => value !== 0)?.isBinary ?? all[0]?.isBinary ?? false,
  };
}
