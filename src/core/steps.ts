import { setImmediate as breath } from 'node:timers/promises';
import type { Timers } from './timers.ts';

/** Work that pauses after each small step, and gives its value in the end. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all that is left of the work now. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Does the work in slices of about `ms` each; between two of them whatever else the process has to do gets its turn. */
export async function finishInSlices<T>(steps: Steps<T>, ms: number, { now }: Pick<Timers, 'now'>): Promise<T> {
  for (;;) {
    const until = now() + ms;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (now() < until);
    await breath();
  }
}

/** What is made when it is first asked for, or before that, in steps. */
export interface Stepwise<T> {
  /** Makes what is left of it now. */
  get(): T;
  steps(): Steps<void>;
}

/** `make`, made once; what only making needs is let go then. */
export function stepwise<T>(make: () => Steps<T>): Stepwise<T> {
  let state: { make: () => Steps<T> } | { making: Steps<T> } | { value: T } = { make };
  /** Takes one step, unless it is made. */
  function step(): { value: T } | undefined {
    if ('value' in state) return state;
    const making: Steps<T> = 'make' in state ? state.make() : state.making;
    state = { making };
    const { done, value } = making.next();
    if (!done) return undefined;
    state = { value };
    return state;
  }
  return {
    get() {
      for (;;) {
        const made = step();
        if (made) return made.value;
      }
    },
    *steps() {
      while (!step()) yield;
    },
  };
}
