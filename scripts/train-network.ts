import { type Network, scaled } from '../src/search/network.ts';

/** Several things of which some are right, and the numbers that are known of each, in the order of their names. */
export interface Choice {
  known: readonly (readonly number[])[];
  right: readonly boolean[];
  /** Whether none of them may be right, and is; none is worth 0. */
  none?: boolean;
  weight: number;
}

/** Rounds; choices between two steps; how far a step goes at first and at last; what keeps a worth small; what share of units is left out. */
const TRAINING = { rounds: 16, batch: 256, rate: 0.003, least: 0.0001, small: 0.02, without: 0.2 } as const;
/** How steps are evened out (Kingma and Ba 2014), worths being kept small apart from that (Loshchilov and Hutter 2017). */
const ADAM = { mean: 0.9, spread: 0.999, tiny: 1e-8 } as const;
/** Less than this no number spreads. */
const LEAST_SPREAD = 0.001;

/** Draws from 0 up to 1, the same each time: which choices follow one another must not change what is found. */
function createDraw(): () => number {
  let state = 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Finds a network of so many units to which the right ones of these choices are worth most. */
export function train(names: readonly string[], choices: readonly Choice[], units: number): Network {
  const draw = createDraw();
  const size = names.length;
  const all = choices.flatMap(({ known }) => known);
  const means = Float64Array.from(names, (_, i) => all.reduce((sum, one) => sum + (one[i] ?? 0), 0) / all.length);
  const spreads = Float64Array.from(names, (_, i) => {
    const squares = all.reduce((sum, one) => sum + ((one[i] ?? 0) - (means[i] ?? 0)) ** 2, 0);
    return Math.sqrt(squares / all.length) + LEAST_SPREAD;
  });
  // All that is worth something in one row: by names, by units and names, by units, by units.
  const at = { direct: 0, inner: size, starts: size + units * size, outer: size + units * size + units };
  const worths = new Float64Array(at.outer + units);
  const around = (width: number): number => (2 * draw() - 1) / Math.sqrt(width);
  worths.forEach((_, i) => {
    worths[i] = around(i < at.outer ? size : units);
  });
  const rows = choices.map(({ known }) => Float64Array.from(known.flatMap((one) => scaled(one, { means, spreads }))));

  const slopes = new Float64Array(worths.length);
  const mean = new Float64Array(worths.length);
  const spread = new Float64Array(worths.length);
  const most = Math.max(0, ...choices.map(({ known }) => known.length));
  const counted = new Float64Array(most * units);
  let steps = 0;

  /** Adds which way each worth should change for what is right of a choice to be worth more. */
  function learnFrom({ known, right, none, weight }: Choice, row: Float64Array): void {
    const sums = known.map((_, one) => {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += (row[one * size + i] ?? 0) * (worths[i] ?? 0);
      for (let unit = 0; unit < units; unit++) {
        let own = worths[at.starts + unit] ?? 0;
        const from = at.inner + unit * size;
        for (let i = 0; i < size; i++) own += (row[one * size + i] ?? 0) * (worths[from + i] ?? 0);
        const counts = own > 0 && draw() >= TRAINING.without ? own / (1 - TRAINING.without) : 0;
        counted[one * units + unit] = counts;
        sum += counts * (worths[at.outer + unit] ?? 0);
      }
      return sum;
    });
    const both = none === undefined ? { sums, right } : { sums: [...sums, 0], right: [...right, none] };
    const top = Math.max(...both.sums);
    const shares = both.sums.map((sum) => Math.exp(sum - top));
    const whole = shares.reduce((sum, share) => sum + share, 0);
    const ofRight = shares.reduce((sum, share, i) => sum + (both.right[i] ? share : 0), 0);
    for (const one of known.keys()) {
      const share = shares[one] ?? 0;
      const slope = (share / whole - (right[one] ? share / ofRight : 0)) * weight;
      for (let i = 0; i < size; i++) slopes[i] = (slopes[i] ?? 0) + slope * (row[one * size + i] ?? 0);
      for (let unit = 0; unit < units; unit++) {
        const own = counted[one * units + unit] ?? 0;
        if (own === 0) continue;
        const outer = at.outer + unit;
        slopes[outer] = (slopes[outer] ?? 0) + slope * own;
        const through = (slope * (worths[outer] ?? 0)) / (1 - TRAINING.without);
        const start = at.starts + unit;
        slopes[start] = (slopes[start] ?? 0) + through;
        const from = at.inner + unit * size;
        for (let i = 0; i < size; i++)
          slopes[from + i] = (slopes[from + i] ?? 0) + through * (row[one * size + i] ?? 0);
      }
    }
  }

  function step(weight: number, rate: number): void {
    steps++;
    for (const [i, sum] of slopes.entries()) {
      const slope = sum / weight;
      mean[i] = ADAM.mean * (mean[i] ?? 0) + (1 - ADAM.mean) * slope;
      spread[i] = ADAM.spread * (spread[i] ?? 0) + (1 - ADAM.spread) * slope ** 2;
      const even = Math.sqrt((spread[i] ?? 0) / (1 - ADAM.spread ** steps)) + ADAM.tiny;
      const by = (mean[i] ?? 0) / (1 - ADAM.mean ** steps) / even + TRAINING.small * (worths[i] ?? 0);
      worths[i] = (worths[i] ?? 0) - rate * by;
    }
    slopes.fill(0);
  }

  const order = Uint32Array.from(choices.keys());
  for (let round = 0; round < TRAINING.rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const other = Math.floor(draw() * (i + 1));
      const own = order[i] ?? 0;
      order[i] = order[other] ?? 0;
      order[other] = own;
    }
    const rate = TRAINING.rate * (1 - round / TRAINING.rounds) + TRAINING.least;
    for (let from = 0; from < order.length; from += TRAINING.batch) {
      let weight = 0;
      for (const place of order.subarray(from, from + TRAINING.batch)) {
        const choice = choices[place];
        const row = rows[place];
        if (choice === undefined || row === undefined) continue;
        learnFrom(choice, row);
        weight += choice.weight;
      }
      step(weight, rate);
    }
  }
  return {
    ...{ names, means, spreads, direct: worths.slice(at.direct, at.inner), inner: worths.slice(at.inner, at.starts) },
    ...{ starts: worths.slice(at.starts, at.outer), outer: worths.slice(at.outer) },
  };
}
