import type { Localized } from '../../core/locale.ts';
import { autoscaling } from './autoscaling/tour.ts';
import { balancing } from './balancing/tour.ts';
import { discovery } from './discovery/tour.ts';
import { healing } from './healing/tour.ts';
import { rollout } from './rollout/tour.ts';
import { TOURS, type Tour, type TourId } from './tour.ts';

const ALL: Readonly<Record<TourId, Tour>> = { rollout, autoscaling, healing, balancing, discovery };

export const tourOf = (id: TourId): Tour => ALL[id];

/** In the order in which the chapter teaches the five functions. */
export const tours: readonly Tour[] = TOURS.map(tourOf);

const folded = (words: string): string => words.toLowerCase().replace(/[\s-]+/g, '');

/** The tour that a student's words mean. */
export function findTour(words: string): Tour | undefined {
  const said = folded(words);
  return tours.find(({ title, called }) =>
    [...called, title.ko, title.en].some(
      (one) => folded(one) === said || (said.length > 1 && folded(one).startsWith(said)),
    ),
  );
}

/** Tours whose title has what was typed so far. */
export const completeTours = (partial: string): readonly Localized[] =>
  tours.map(({ title }) => title).filter(({ ko, en }) => [ko, en].some((one) => folded(one).includes(folded(partial))));
