import type { ClusterView, News } from '../picture/cluster-view.ts';
import type { Step, Tour } from './tour.ts';

/** How a step of a tour went, by what its student saw of it. */
interface Moment {
  step: Step;
  view: ClusterView;
}

/** What people saw of their tours, for the strip at a tour's end. It goes with the process: then the strip is shorter. */
export interface Moments {
  note(person: string, tour: Tour, step: Step, view: ClusterView): void;
  /** In the order of the tour's steps, without those at which nothing had changed. */
  of(person: string, tour: Tour): readonly Moment[];
}

/** People whose tours are remembered at once. */
const MOST = 200;

/** What a step is about is seen best while it goes on; of other steps, their end tells. */
const GOING_ON: ReadonlySet<News['type']> = new Set(['rollout', 'stuck', 'scaling-up', 'scaling-down']);
const isGoingOn = ({ news: [first] }: ClusterView): boolean => first !== undefined && GOING_ON.has(first.type);

const looksLike = ({ news, pods, services, workloads }: ClusterView): string =>
  JSON.stringify([news, pods.map(({ name, look, behind }) => [name, look, behind]), services, workloads]);

export function createMoments(): Moments {
  /** Who looked longest ago is first. */
  const kept = new Map<string, { tour: Tour; views: Map<Step, ClusterView> }>();
  return {
    note(person, tour, step, view) {
      const known = kept.get(person);
      kept.delete(person);
      // A tour that begins again is told anew.
      const isOn = known?.tour === tour && (step !== tour.steps[0] || known.views.size <= 1);
      const views = isOn ? known.views : new Map<Step, ClusterView>();
      const before = views.get(step);
      if (!before || isGoingOn(view) || !isGoingOn(before)) views.set(step, view);
      kept.set(person, { tour, views });
      const [oldest] = kept.keys();
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    },
    of(person, tour) {
      const known = kept.get(person);
      if (known?.tour !== tour) return [];
      let last: string | undefined;
      return tour.steps.flatMap((step) => {
        const view = known.views.get(step);
        if (!view || looksLike(view) === last) return [];
        last = looksLike(view);
        return [{ step, view }];
      });
    },
  };
}
