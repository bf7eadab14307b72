import type { Localized } from '../../core/locale.ts';
import type { ClusterObjects } from '../picture/objects.ts';
import type { Hands } from './hands.ts';
import type { Need } from './needs.ts';

export const TOURS = ['rollout', 'autoscaling', 'healing', 'balancing', 'discovery'] as const;
export type TourId = (typeof TOURS)[number];

/** A lab as a step looks at it. `since`: when the step began, epoch milliseconds of the lab. */
export interface Seen {
  objects: ClusterObjects;
  since: number;
}

/** What is said of a step: do it, see it, why. CommonMark. */
export interface StepText {
  title: string;
  do: string;
  see: string;
  why: string;
}

/** All that people read of a tour. */
export interface TourText<Id extends string> {
  title: string;
  /** What it may be called besides. */
  called: readonly string[];
  about: string;
  steps: Readonly<Record<Id, StepText>>;
}

/** One thing to do, and how the cluster tells that it is done. */
export interface Step {
  /** A word of a button's line. */
  id: string;
  text: { ko: StepText; en: StepText };
  /** What must be there for it to make sense: where it is missing, it is offered to be set up. */
  needs: readonly Need[];
  /** Lines of kubectl's that do it: they are shown, and the step's button runs the same. */
  lines?(seen: Seen): readonly string[];
  /** What no kubectl can do, as the power of a node. */
  act?(hands: Hands, seen: Seen): Promise<void>;
  /** What its lines print is what there is to see, as it is shown here: then the step is done with that. */
  print?(printed: string, objects: ClusterObjects): string;
  /** By the cluster alone. */
  done(seen: Seen): boolean;
  /** Seconds of the lab that it takes. */
  takes: number;
  /** The next step does not need its end. */
  mayLeave?: true;
}

export interface Tour {
  id: TourId;
  title: Localized;
  about: Localized;
  /** What it may be called besides its title. */
  called: readonly string[];
  /** Concepts that one knows better after it, by the ids of their terms. */
  terms: readonly string[];
  steps: readonly Step[];
}
