import { distance } from '../../language/distance.ts';
import { type Finding, finding } from '../finding.ts';
import type { Spot } from '../spot.ts';
import { text } from './text.ts';
import { quotedWhere } from './yaml.ts';

/** What a unit counts; with `Ki` … `Ei` powers of 1,024. (apimachinery, pkg/api/resource: suffix.go) */
const UNITS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** A quantity's number; undefined where the API server cannot read it. */
export function amountOf(source: string): number | undefined {
  const [, number, exponent, unit = ''] =
    /^([-+]?(?:\d+(?:\.\d*)?|\.\d+))(?:([eE][-+]?\d+)|([A-Za-z]*))$/.exec(source) ?? [];
  if (number === undefined) return undefined;
  if (exponent !== undefined) return Number(number + exponent);
  const factor = UNITS[unit];
  return factor === undefined ? undefined : Number(number) * factor;
}

/** The quantity that was meant: `128MB` -> `128M`, `0.5gi` -> `0.5Gi`, `100 M` -> `100M`. */
function meant(source: string): string | undefined {
  const [, number = '', unit = ''] = /^([-+]?\d+(?:[.,]\d+)?)\s*([A-Za-z]*)$/.exec(source.trim()) ?? [];
  if (number === '') return undefined;
  const bare = unit.replace(/(?<=^[kKmMgGtTpPeE]i?)[bB](?:ytes?)?$/, '');
  const folded = `${bare.charAt(0).toUpperCase()}${bare.slice(1).toLowerCase()}`.replace(/^K$/, 'k');
  // In bytes there are no thousandths: mb is M.
  const right = [...(bare === unit ? [bare] : []), folded].find((one) => UNITS[one] !== undefined);
  const known =
    right ??
    Object.keys(UNITS).find((one) => one.length === 2 && distance(one.toLowerCase(), bare.toLowerCase(), 1) <= 1);
  return known === undefined ? undefined : `${number.replace(',', '.')}${known}`;
}

/** What of a quantity the API server refuses. */
export function quantityFinding(spot: Spot, source: string): Finding | undefined {
  if (amountOf(source) !== undefined) return undefined;
  const right = meant(source);
  return finding(
    'error',
    'bad-quantity',
    spot,
    text.both((t) => t.badQuantity(source, right)),
    right === undefined ? null : `${quotedWhere(spot.key)}: ${right}`,
  );
}
