import { hash } from '../../core/hash.ts';
import { within } from '../../core/within.ts';
import { BUCKETS } from './buckets.ts';
import { SAYING, type Sayings, type Target, weighSayings } from './names-asked.ts';

/** A question that names something, and what is asked about in it; several where each is right. */
export interface NamesExample {
  sayings: Sayings;
  right: ReadonlySet<Target>;
}

/** How often all examples are looked at, how far a step goes at first, and how much more those of all names count, which are few. */
const STEPS = { rounds: 8, rate: 0.1, all: 3 } as const;
/** No larger weight can be written. */
const MOST = 127 / SAYING;

/**
 * What words around names are worth, so that of each example the right ones are likelier than the others (logistic choice;
 * steps are evened out as by Duchi et al. 2011, AdaGrad). The same is learned of the same.
 */
export function learnNames(examples: readonly NamesExample[]): Int8Array {
  const weights = new Float64Array(BUCKETS);
  const spread = new Float64Array(BUCKETS).fill(1e-8);
  for (let round = 0; round < STEPS.rounds; round++) {
    const order = Array.from(examples.keys(), (at) => ({ at, drawn: hash(`${round} ${at}`) })).sort(
      (a, b) => a.drawn - b.drawn,
    );
    for (const { at } of order) {
      const example = examples[at];
      if (example === undefined) continue;
      const { sayings, right } = example;
      const said = weighSayings(sayings, weights);
      const most = Math.max(...said.values());
      const share = new Map(Array.from(said, ([target, sum]) => [target, Math.exp(sum - most)]));
      const whole = Array.from(share.values()).reduce((sum, one) => sum + one, 0);
      const ofRight = Array.from(share).reduce((sum, [target, one]) => sum + (right.has(target) ? one : 0), 0);
      for (const [target, own] of sayings) {
        const likely = share.get(target) ?? 0;
        const pull = likely / whole - (right.has(target) ? likely / ofRight : 0);
        const slope = ((right.has('all') ? STEPS.all : 1) * pull) / Math.sqrt(own.length);
        if (Math.abs(slope) < 1e-6) continue;
        for (const bucket of own) {
          const evened = (spread[bucket] ?? 0) + slope ** 2;
          spread[bucket] = evened;
          weights[bucket] = (weights[bucket] ?? 0) - (STEPS.rate * slope) / Math.sqrt(evened);
        }
      }
    }
  }
  return Int8Array.from(weights, (weight) => Math.round(SAYING * within(weight, MOST)));
}
