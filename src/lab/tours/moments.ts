import type { ClusterView } from '../picture/cluster-view.ts';
import type { TourId } from './tour.ts';

/** What people saw of their tours, for the strip at a tour's end. It goes with the process: then the strip is shorter. */
export interface Moments {
  note(person: string, tour: TourId, view: ClusterView): void;
  of(person: string, tour: TourId): readonly ClusterView[];
}

/** People whose tours are remembered at once, and moments of each. */
const MOST = { people: 200, moments: 6 } as const;

const looksLike = (one: ClusterView): string => JSON.stringify(one.news);

export function createMoments(): Moments {
  /** Who looked longest ago is first. */
  const kept = new Map<string, { tour: TourId; views: ClusterView[] }>();
  return {
    note(person, tour, view) {
      const known = kept.get(person);
      const views = known?.tour === tour ? known.views : [];
      kept.delete(person);
      const last = views.at(-1);
      // Of looks at which nothing had changed, one is enough.
      if (!last || looksLike(last) !== looksLike(view)) views.push(view);
      // The first shows how it began; those after it make room.
      if (views.length > MOST.moments) views.splice(1, 1);
      kept.set(person, { tour, views });
      const [oldest] = kept.keys();
      if (kept.size > MOST.people && oldest !== undefined) kept.delete(oldest);
    },
    of: (person, tour) => {
      const known = kept.get(person);
      return known?.tour === tour ? known.views : [];
    },
  };
}
