import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { within } from '../core/within.ts';
import { wordLines } from '../language/word-lines.ts';

/**
 * Says what some known numbers are worth together: a number by itself, and what units make of several of them, so that
 * something may count more where something else holds. A perceptron of one layer beside a straight way (Rumelhart et al.
 * 1986, with rectified units).
 */
export interface Network {
  /** Of the numbers that it knows. */
  names: readonly string[];
  /** By names: what a number mostly is, and how far it mostly is from that. */
  means: Float64Array;
  spreads: Float64Array;
  /** By names: what a number is worth by itself. */
  direct: Float64Array;
  /** By units: what each makes of every number, one unit after another; where it begins to count; and what it is worth. */
  inner: Float64Array;
  starts: Float64Array;
  outer: Float64Array;
}

/** Farther from what it mostly is, counted in spreads, no number goes. */
const MOST = 4;

/** Numbers by a network's names, as it takes them. */
export const scaled = (known: readonly number[], { means, spreads }: Pick<Network, 'means' | 'spreads'>): number[] =>
  known.map((number, i) => within((number - (means[i] ?? 0)) / (spreads[i] ?? 1), MOST));

/** What numbers, in the order of its names, are worth together. */
export function worthOf(known: readonly number[], network: Network): number {
  const { direct, inner, starts, outer } = network;
  const numbers = scaled(known, network);
  let worth = 0;
  for (const [i, number] of numbers.entries()) worth += number * (direct[i] ?? 0);
  let at = 0;
  for (let unit = 0; unit < outer.length; unit++) {
    let sum = starts[unit] ?? 0;
    for (const number of numbers) sum += number * (inner[at++] ?? 0);
    if (sum > 0) worth += sum * (outer[unit] ?? 0);
  }
  return worth;
}

/** Lines of a network's file that are no name's. */
const LINE = { starts: '+', outer: '=' } as const;

const rounded = (numbers: Iterable<number>): string => Array.from(numbers, (one) => one.toFixed(3)).join(' ');

/**
 * A network as lines: for each name the name, its mean, its spread, its worth by itself and what each unit makes of it;
 * then where the units begin to count, and what they are worth.
 */
export function writeNetwork({ names, means, spreads, direct, inner, starts, outer }: Network): string {
  const size = names.length;
  const lines = names.map((name, i) => {
    const units = Array.from(outer, (_, unit) => inner[unit * size + i] ?? 0);
    return `${name} ${rounded([means[i] ?? 0, spreads[i] ?? 1, direct[i] ?? 0, ...units])}`;
  });
  return [...lines, `${LINE.starts} ${rounded(starts)}`, `${LINE.outer} ${rounded(outer)}`, ''].join('\n');
}

/** The network that stands in a file of this room. */
export function readNetwork(file: string): Network {
  const lines = wordLines(readFileSync(join(import.meta.dirname, file), 'utf8'));
  const numbersOf = (sign: string): Float64Array =>
    Float64Array.from(lines.find(([name]) => name === sign)?.slice(1) ?? [], Number);
  const named = lines.filter(([name]) => name !== LINE.starts && name !== LINE.outer);
  const column = (at: number): Float64Array => Float64Array.from(named, (line) => Number(line[at]));
  const outer = numbersOf(LINE.outer);
  return {
    names: named.map(([name = '']) => name),
    ...{ means: column(1), spreads: column(2), direct: column(3) },
    inner: Float64Array.from(outer.keys().flatMap((unit) => column(4 + unit))),
    ...{ starts: numbersOf(LINE.starts), outer },
  };
}
