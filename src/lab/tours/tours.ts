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

/** What each may be called besides its title. */
const CALLED: Readonly<Record<TourId, readonly string[]>> = {
  rollout: ['롤아웃', '롤백', 'rollout', 'rollback', '배포'],
  autoscaling: ['오토스케일링', '스케일링', 'autoscaling', 'scaling', 'hpa'],
  healing: ['자가 치유', '자가 복구', '치유', '복구', 'self-healing', 'healing'],
  balancing: ['로드 밸런싱', '로드밸런서', '밸런싱', 'load balancing', 'balancing'],
  discovery: ['서비스 디스커버리', '디스커버리', 'service discovery', 'discovery', 'dns'],
};

const folded = (words: string): string => words.toLowerCase().replace(/[\s-]+/g, '');

/** The tour that somebody's words mean. */
export function findTour(words: string): Tour | undefined {
  const said = folded(words);
  return tours.find(({ id, title }) =>
    [...CALLED[id], title.ko, title.en].some(
      (one) => folded(one) === said || (said.length > 1 && folded(one).startsWith(said)),
    ),
  );
}

/** Tours whose title has what was typed so far. */
export const completeTours = (partial: string): readonly Localized[] =>
  tours.map(({ title }) => title).filter(({ ko, en }) => [ko, en].some((one) => folded(one).includes(folded(partial))));
